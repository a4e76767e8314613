import { beforeAll, expect, test } from 'vitest';
import type { Person } from '#lib/domain/shared/actor.ts';
import {
	beginChoices,
	draftDisclosure,
	dutiesIn,
	publishDisclosure,
	registerDisclosure,
	submitForReview,
	withdrawDisclosure
} from '#lib/server/disclosure/index.ts';
import { waitingFor } from '#lib/server/platform/waiting.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';

const data = useDatabase();
let town: Town;
let jiang: Person, fang: Person, zhou: Person;

beforeAll(async () => {
	town = await plantCommunity(data);
	await data.sql`update organisation set created_at = '2025-01-01'`;
	jiang = await town.appoint('蒋宏伟', 'property-company', 'publisher');
	fang = await town.appoint('方婷婷', 'property-company', 'reviewer');
	zhou = await town.appoint('周颖', 'residents-committee', 'publisher');
	registerDisclosure();
});

const draft = (what: { catalogueCode: string; period: string | null } | null, who: Person = jiang) =>
	draftDisclosure(data.as(who), {
		title: '公共收益',
		body: '见表。',
		table: '',
		pinnedUntil: null,
		occurredOn: null,
		correctionNote: '',
		organisationId: town.parties['property-company'],
		what
	});
async function publish(catalogueCode: string, period: string | null): Promise<string> {
	const begun = await draft({ catalogueCode, period });
	const id = begun.ok ? begun.value.id : '';
	await submitForReview(data.as(jiang), id, { basis: 'none', attachmentsChecked: undefined }, []);
	expect((await publishDisclosure(data.as(fang), id)).ok).toBe(true);
	return id;
}
const income = async (communityId = town.communityId) => {
	const duties = await dutiesIn(data.as(null), communityId);
	return duties.find((duty) => duty.code === 'pm-income');
};

test('a quarter comes due, is overdue for everybody to see, and is done with its publication', async () => {
	await data.travelTo('2026-10-02T09:00:00+08:00');
	for (const period of ['2025-Q4', '2026-Q1', '2026-Q2']) await publish('pm-income', period);
	expect(await income()).toMatchObject({ state: 'open', missing: ['2026-Q3'], latest: { period: '2026-Q2' } });
	await data.travelTo('2026-10-15T09:00:00+08:00');
	expect((await income())!.state).toBe('soon');
	await data.travelTo('2026-11-24T09:00:00+08:00');
	expect((await income())!.state).toBe('overdue');

	const mine = (await waitingFor(data.as(jiang))).map((item) => decodeURIComponent(item.href).replaceAll('+', ' '));
	expect(mine).toContain(`/desk/disclosures/new?for=${town.parties['property-company']}&what=pm-maintenance 2025-Q4`);
	expect(mine.filter((href) => href.startsWith('/desk/disclosures/new'))).toHaveLength(3);
	expect((await waitingFor(data.as(fang))).filter((item) => item.href.includes('/new'))).toEqual([]);

	const id = await publish('pm-income', '2026-Q3');
	expect(await income()).toMatchObject({ state: 'done', missing: [] });
	await withdrawDisclosure(data.as(jiang), id, '数字错了');
	expect(await income()).toMatchObject({ state: 'overdue', missing: ['2026-Q3'] });
});

test('what must always stand is done for good', async () => {
	const contract = async () =>
		(await dutiesIn(data.as(null), town.communityId)).find((duty) => duty.code === 'pm-contract')!.state;
	expect(await contract()).toBe('overdue');
	await publish('pm-contract', null);
	expect(await contract()).toBe('done');
});

test('a party publishes what its kind owes, and a period as it is named', async () => {
	expect(await draft({ catalogueCode: 'rc-finance', period: '2026-Q3' })).toMatchObject({
		refusal: { code: 'disclosure.what-missing', field: 'what' }
	});
	expect((await draft({ catalogueCode: 'pm-income', period: '2026' })).ok).toBe(false);
	expect((await draft({ catalogueCode: 'pm-income', period: null })).ok).toBe(false);
	expect((await draft(null, zhou)).ok).toBe(false);
	await data.travelTo('2026-11-24T09:00:00+08:00');
	const [choice] = await beginChoices(data.as(jiang));
	expect(choice!.items.find((item) => item.code === 'pm-income')!.periods).toEqual([
		...['2026-Q4', '2026-Q3', '2026-Q2', '2026-Q1', '2025-Q4']
	]);
	expect(choice!.items.every((item) => item.code.startsWith('pm-'))).toBe(true);
});

test('a community’s radar holds its own parties only', async () => {
	const [neighbour] = Object.entries(town.areas).filter(([code]) => code.endsWith('002'));
	const duties = await dutiesIn(data.as(null), neighbour![1]);
	expect([...new Set(duties.map((duty) => duty.organisation))]).toEqual(['乙社区居委会']);
});
