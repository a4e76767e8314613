import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { standingOf, type PaperFacts, type PaperStanding, type Reading } from '#lib/domain/votes/paper.ts';
import { choiceOf } from '#lib/domain/votes/record.ts';
import type { Opening } from '#lib/domain/votes/record.schema.ts';
import type { Db } from '../db/client.ts';
import { seal, subkey, unseal } from '../platform/secrets.ts';
import type { VoteRow } from './load-vote.ts';

/** A sheet of paper as it was received, read and contested so far. */
export interface Paper extends PaperFacts {
	id: string;
	entryId: string;
	label: string;
	receivedAt: Date;
	/** Who has read it, in this order. */
	readers: string[];
	reason: string | null;
	decision: string | null;
}

/** Is paper taken and read sheet by sheet? (That of a secret vote goes into a box without a name.) */
export const takesPaper = (row: Pick<VoteRow, 'secrecy' | 'channels'>): boolean =>
	row.secrecy !== 'secret' && row.channels.includes('paper');

const boundTo = (paperId: string, personId: string) => `paper:${paperId}:${personId}`;

/** A reading as it may be stored. */
export function sealPaperReading(voteId: string, paperId: string, personId: string, reading: Reading): Buffer {
	// of one length, so that it says nothing of the choice
	return seal(subkey(`votes:${voteId}`), reading.padEnd(48), boundTo(paperId, personId));
}

interface Row {
	id: string;
	entry: string;
	label: string;
	received_at: string;
	online: boolean;
	contested: boolean;
	upheld: boolean | null;
	reason: string | null;
	decision: string | null;
	readings: { person: string; reading: string; at: string }[];
}

/** The sheets of a vote with what was read on them, by label; one sheet where asked for. */
export async function papersOf(db: Db, voteId: string, { only }: { only?: string | undefined } = {}): Promise<Paper[]> {
	const rows = await db.execute<Row & Record<string, unknown>>(sql`
		select p.id, p.entry_id as entry, e.label, p.received_at, p.contested_at is not null as contested, p.upheld,
			p.contest_reason as reason, p.decision_reason as decision,
			exists (
				select from ballot b where b.vote_id = p.vote_id and b.entry_id = p.entry_id and b.channel = 'online'
					and b.replaced_at is null
			) as online,
			coalesce((
				select json_agg(json_build_object('person', r.person_id, 'reading', encode(r.reading, 'base64'), 'at', r.read_at)
					order by r.read_at, r.person_id)
				from paper_reading r where r.paper_id = p.id
			), '[]') as readings
		from paper_ballot p join roll_entry e on e.id = p.entry_id
		where p.vote_id = ${voteId}
			${only ? sql`and p.id = ${only}` : sql``}
		order by e.label, p.id`);
	return rows.map((row) => ({
		id: row.id,
		entryId: row.entry,
		label: row.label,
		receivedAt: new Date(row.received_at),
		readers: row.readings.map((one) => one.person),
		readings: row.readings.map((one) => ({ reading: readingOf(voteId, row.id, one), at: new Date(one.at) })),
		votedOnline: row.online,
		contested: row.contested,
		upheld: row.upheld,
		reason: row.reason,
		decision: row.decision
	}));
}

function readingOf(voteId: string, paperId: string, { person, reading }: Row['readings'][number]): Reading {
	const opened = unseal(subkey(`votes:${voteId}`), Buffer.from(reading, 'base64'), boundTo(paperId, person));
	return opened.toString().trimEnd();
}

export interface StandingPaper extends Paper {
	standing: PaperStanding;
}

/** Where each sheet stands at that moment; one sheet where asked for. */
export async function standingPapers(db: Db, voteId: string, now: Date, only?: string): Promise<StandingPaper[]> {
	return (await papersOf(db, voteId, { only })).map((paper) => ({ ...paper, standing: standingOf(paper, now) }));
}

/** The sheets that count, each opened with a salt of its own. */
export async function paperOpenings(db: Db, row: VoteRow, now: Date): Promise<Opening[]> {
	if (!takesPaper(row)) return [];
	return (await standingPapers(db, row.id, now)).flatMap(({ entryId, receivedAt, standing }) =>
		standing.state === 'counts' ? openingOf(entryId, standing.choice, receivedAt) : []
	);
}

/** Before anybody has read it, paper takes part and says nothing. */
export async function receivedOpenings(db: Db, row: VoteRow): Promise<Opening[]> {
	if (!takesPaper(row)) return [];
	return (await papersOf(db, row.id)).map(({ entryId, receivedAt }) => openingOf(entryId, 'abstain', receivedAt));
}

const openingOf = (entry: string, choice: string, at: Date): Opening => ({
	entry,
	by: 'paper',
	channel: 'paper',
	choice: choiceOf(choice),
	at: at.toISOString(),
	salt: randomBytes(16).toString('hex')
});
