import type { Manifest } from './manifest.ts';
import { presetOf } from './presets.ts';
import type { RecordSource } from './record.ts';
import type { Opening } from './record.schema.ts';

const preset = presetOf('owners-special')!;

export const MANIFEST: Manifest = {
	format: 'gongjian-vote/1',
	vote: '019ab000-0000-7000-8000-000000000001',
	community: '990101001001',
	title: '3号楼加装电梯',
	question: '3号楼加装电梯,您同意吗?',
	background: '',
	method: 'for-against-abstain',
	options: [
		{ id: 'for', label: '同意' },
		{ id: 'against', label: '不同意' },
		{ id: 'abstain', label: '弃权' }
	],
	preset: { id: preset.id, title: preset.title, law: preset.law, articles: preset.articles, effect: 'binding' },
	rule: preset.rule,
	electorate: { kind: 'owners', scope: 'building', scopeId: 'b3', scopeName: '枫林苑一期3号楼' },
	secrecy: 'open',
	channels: ['online'],
	opensAt: '2026-11-20T01:00:00.000Z',
	closesAt: '2026-11-26T12:00:00.000Z',
	extensionHours: null,
	objectionDays: 7
};

const salt = (n: number) => n.toString(16).padStart(32, '0');
const at = (minute: number) => new Date(Date.parse(MANIFEST.opensAt) + minute * 60_000).toISOString();
const cast = (
	entry: string,
	by: string,
	choice: 'for' | 'against' | 'abstain' | 'spoiled',
	minute: number
): Opening => ({
	entry,
	by,
	channel: 'online',
	choice,
	at: at(minute),
	salt: salt(minute)
});

/** Four entries of owners; three take part, all agree; of the fourth the co-owners differ. */
export const SOURCE: RecordSource = {
	manifest: MANIFEST,
	roll: [
		{ entry: 'e1', label: '3号楼1单元101、102', area: '160.00', classes: [] },
		{ entry: 'e2', label: '3号楼1单元201', area: '120.50', classes: [] },
		{ entry: 'e3', label: '3号楼1单元202', area: '99.50', classes: [] },
		{ entry: 'e4', label: '3号楼1单元301', area: '88.00', classes: [] }
	],
	openings: [
		cast('e1', 'a', 'for', 1),
		cast('e2', 'a', 'for', 2),
		cast('e3', 'a', 'for', 3),
		cast('e4', 'a', 'for', 4),
		cast('e4', 'b', 'against', 5)
	],
	openedAt: MANIFEST.opensAt,
	closedAt: MANIFEST.closesAt,
	publishedAt: '2026-11-26T12:00:02.000Z'
};

/** The first test key of RFC 8032, section 7.1. */
export const KEY = {
	secret: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
	public: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'
};
