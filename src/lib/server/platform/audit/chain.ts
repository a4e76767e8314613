import { createHash } from 'node:crypto';
import { canonicalJson } from '#lib/domain/shared/canonical.ts';

/** An audit row as its chain covers it. */
export interface ChainedRow {
	id: string;
	areaId: string | null;
	at: Date;
	actorId: string | null;
	organisationId: string | null;
	act: string;
	subjectType: string;
	subjectId: string;
	data: Record<string, unknown>;
}

export interface Link {
	seq: number;
	prev: string;
	hash: string;
}

/** What the first row of a chain names as its predecessor. */
export const GENESIS: Omit<Link, 'prev'> = { seq: 0, hash: '0'.repeat(64) };

/** The place of `row` right after `before`: its number, its predecessor's hash, and SHA-256 over the JCS of all of it. */
export function linkAfter(before: Omit<Link, 'prev'>, row: ChainedRow): Link {
	const seq = before.seq + 1;
	const prev = before.hash;
	const { id, areaId, at, actorId, organisationId, act, subjectType, subjectId, data } = row;
	const content = { id, areaId, at: at.toISOString(), actorId, organisationId, act, subjectType, subjectId, data };
	const hash = createHash('sha256')
		.update(canonicalJson({ ...content, seq, prev }))
		.digest('hex');
	return { seq, prev, hash };
}
