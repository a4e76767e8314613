import { canonicalHash } from '../shared/canonical.ts';
import type { DisclosureKind } from './disclosure.ts';
import type { TextTable } from './text-table.ts';

/** Everything the public hash of a version covers. The hash is SHA-256 of its canonical JSON (RFC 8785). */
export interface DisclosureContent {
	format: 'gongjian-disclosure-1';
	id: string;
	/** Code of the community. */
	community: string;
	/** Id of the organisation: its name may change. */
	publisher: string;
	kind: DisclosureKind;
	catalogueCode: string | null;
	period: string | null;
	version: number;
	/** Hash of the version that this one corrects. */
	corrects: string | null;
	title: string;
	body: string;
	table: TextTable | null;
	attachments: { name: string; mediaType: string; size: number; sha256: string }[];
	publishedAt: string;
}

export const contentHash = (content: DisclosureContent): string => canonicalHash(content);
