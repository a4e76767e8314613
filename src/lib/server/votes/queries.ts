import { eq } from 'drizzle-orm';
import { mayPublishFor } from '#lib/domain/disclosure/disclosure.policy.ts';
import { leadingFigures, rankOptions, type RankedOption } from '#lib/domain/votes/explain-options.ts';
import { explain, type Explanation } from '#lib/domain/votes/explain.ts';
import type { Method } from '#lib/domain/votes/options.ts';
import { resultMeters, turnoutMeters, type Meter } from '#lib/domain/votes/meters.ts';
import { objectionAbout, objectionsUntil } from '#lib/domain/votes/objection.ts';
import { presetOf } from '#lib/domain/votes/presets.ts';
import { readFigures, readOptions } from '#lib/domain/votes/record.ts';
import type { RecordFigures, VoteRecord } from '#lib/domain/votes/record.schema.ts';
import type { SecretRecord } from '#lib/domain/votes/secret-record.schema.ts';
import type { Rule } from '#lib/domain/votes/rule.ts';
import { mayVote } from '#lib/domain/votes/votes.policy.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { vote } from '../db/schema/index.ts';
import { publishedFrom } from '../disclosure/index.ts';
import { readNow } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { voteToRead, type VoteRow } from './load-vote.ts';
import { mayBeginRunOff, runOffFrom, runOffOf } from './begin-run-off.ts';
import { countingOf, type Counting } from './counting.ts';
import { paperCountOf, type PaperCount } from './paper-queries.ts';
import { proxiesOf, type Proxies } from './proxy-queries.ts';
import { objectionsTo, type Objection } from './objections.ts';
import { recordKey } from './record-key.ts';
import { voteSummaries, type VoteSummary } from './summaries.ts';
import { turnout } from './turnout.ts';

/** An entry the actor may cast for, and whether a ballot of it stands. What was chosen is not told before publication. */
export interface OwnEntry {
	id: string;
	label: string;
	votedAt: Date | null;
	/** A member of the household cast it, not the actor. */
	byAnother: boolean;
	/** In a secret vote: how its ballot was drawn. Whether it was cast nobody knows. */
	drawn: 'online' | 'paper' | null;
	/** Its paper ballot has come in, and goes before what is cast online. */
	onPaper: boolean;
}

export interface VoteResult extends Explanation {
	meters: Meter[];
	figures: RecordFigures | null;
	/** Of a vote among options, by rank. */
	options: RankedOption[] | null;
	publicKey: string;
}

export interface VoteDetail extends VoteSummary {
	communityId: string;
	background: string;
	convenerId: string;
	options: { id: string; label: string }[];
	method: Method;
	/** How many options a ballot may choose at most; null: as many as there are. */
	most: number | null;
	seats: number | null;
	extensionHours: number | null;
	extendedTo: Date | null;
	objectionDays: number;
	phi: string | null;
	rollHash: string | null;
	secrecy: VoteRow['secrecy'];
	/** A secret vote between its end and its publication. */
	counting: Counting | null;
	/** How far the paper of an open or sealed vote is between its end and its publication. */
	paper: PaperCount | null;
	takesPaper: boolean;
	/** The actor's side of the proxies; null: none can be given or used now. */
	proxies: Proxies | null;
	law: { name: string; articles: string; note: string } | null;
	reason: string | null;
	/** Who took part so far; null before the opening. */
	turnout: Meter[] | null;
	own: OwnEntry[];
	/** Figures are null where few or unanimous secret ballots would give voters away. */
	result: VoteResult | null;
	/** The run-off that was begun after it, for those who may see it. */
	runOffId: string | null;
	/** The vote whose run-off this is. */
	runOffFrom: { id: string; title: string } | null;
	objections: Objection[];
	objection: { about: 'roll' | 'result' | null; until: Date | null };
	/** The disclosure of its result that stands published. */
	disclosureId: string | null;
	may: Record<
		| 'announce'
		| 'cancel'
		| 'annul'
		| 'object'
		| 'answer'
		| 'fullRecord'
		| 'disclose'
		| 'register'
		| 'drawn'
		| 'roll'
		| 'absent'
		| 'runOff',
		boolean
	>;
}

/** A vote with all its page shows, cut to what the actor may see. Refusal: `votes.not-found`. */
export async function voteDetail(ctx: Context, id: string): Promise<Result<VoteDetail>> {
	const { db } = ctx.database;
	const found = await voteToRead(ctx, id, 'see');
	if (!found.ok) return found;
	const { row, facts } = found.value;
	const [base] = await voteSummaries(ctx, eq(vote.id, id), 1);
	const can = (act: Parameters<typeof mayVote>[1]) => mayVote(ctx.actor, act, facts).ok;
	const now = await readNow(db);
	const rule = row.rule as unknown as Rule;
	const preset = presetOf(row.preset)!;
	const about = objectionAbout(row, now);
	const runOff = row.outcome === 'run-off' ? await runOffOf(db, id) : null;
	return ok({
		...base!,
		communityId: row.communityId,
		background: row.background,
		convenerId: row.organisationId,
		options: row.options,
		method: row.method,
		most: row.mostChoices,
		seats: row.seats,
		extensionHours: row.extensionHours,
		extendedTo: row.extendedTo,
		objectionDays: row.objectionDays,
		phi: row.phi,
		rollHash: row.rollHash,
		secrecy: row.secrecy,
		counting: row.secrecy === 'secret' && row.state === 'counting' ? await countingOf(ctx, row) : null,
		paper: await paperCountOf(ctx, found.value),
		proxies: await proxiesOf(ctx, row, now),
		takesPaper: row.channels.includes('paper'),
		law: preset.law === null ? null : { name: preset.law, articles: preset.articles, note: preset.note },
		reason: row.reason,
		turnout: can('see-turnout') ? turnoutMeters(rule, await turnout(db, id)) : null,
		own: facts.onRoll ? await ownEntries(ctx, id) : [],
		result: can('see-choices') ? resultOf(row, rule) : null,
		runOffFrom: await runOffFrom(db, id),
		runOffId: runOff && (!runOff.draft || can('draft')) ? runOff.id : null,
		objections: await objectionsTo(ctx, id),
		objection: {
			about,
			until: about === 'roll' ? row.opensAt : row.publishedAt && objectionsUntil(row.publishedAt, row.objectionDays)
		},
		disclosureId: (await publishedFrom(db, ['vote', id]))?.id ?? null,
		may: {
			announce: can('announce') && row.state === 'draft',
			cancel: can('cancel') && (row.state === 'draft' || row.state === 'announced'),
			annul: can('annul') && ['open', 'counting', 'published'].includes(row.state),
			object: can('object') && about !== null,
			answer: can('answer-objection'),
			fullRecord: can('see-full-record') && row.secrecy !== 'secret',
			disclose: row.state === 'published' && mayPublishFor(ctx.actor, row.organisationId).ok,
			drawn: can('see-drawn') && row.secrecy === 'secret' && row.openedAt !== null,
			roll: can('see-roll') && row.phi !== null && row.state !== 'cancelled',
			absent: can('see-absent'),
			runOff: mayBeginRunOff(ctx, facts, row, runOff),
			register: can('keep-register') && row.channels.includes('paper') && ['open', 'counting'].includes(row.state)
		}
	});
}

function resultOf(row: VoteRow, rule: Rule): VoteResult {
	const figures = row.figures as unknown as RecordFigures | null;
	const publicKey = recordKey().public;
	if (!figures) {
		const shares = { for: 0, against: 0, abstain: 0, spoiled: 0 };
		return { outcome: row.outcome!, clauses: [], shares, meters: [], figures, options: null, publicKey };
	}
	const own = readOptions(figures);
	const cast = readFigures(figures);
	const among = row.method !== 'for-against-abstain';
	const exact = among ? leadingFigures(cast, own) : cast;
	return {
		...explain(rule, exact, row.outcome!, row.electorate),
		meters: resultMeters(rule, exact),
		figures,
		options: among ? rankOptions(rule, row, cast, own) : null,
		publicKey
	};
}

async function ownEntries(ctx: Context, voteId: string): Promise<OwnEntry[]> {
	const person = ctx.actor!.personId;
	const rows = await ctx.database.sql<OwnEntry[]>`
		select e.id, e.label, b.cast_at as "votedAt", coalesce(b.person_id <> ${person}, false) as "byAnother",
			d.channel as drawn,
			exists (select from paper_ballot p where p.vote_id = w.vote_id and p.entry_id = w.entry_id) as "onPaper"
		from vote_voter w join roll_entry e on e.id = w.entry_id
			left join ballot b on b.vote_id = w.vote_id and b.entry_id = w.entry_id and b.replaced_at is null
				and b.channel <> 'proxy' and b.caster_id in (w.entry_id, w.person_id)
			left join secret_draw d on d.vote_id = ${voteId} and d.entry_id = w.entry_id
		where w.vote_id = ${voteId} and w.person_id = ${person}
		order by e.label, e.id`;
	return [...rows];
}

/** The published record, public or full. Refusals: `votes.not-found`, `votes.not-published-yet`, `votes.roll-members-only`. */
export async function voteRecord(
	ctx: Context,
	id: string,
	view: VoteRecord['view']
): Promise<Result<VoteRecord | SecretRecord>> {
	const found = await voteToRead(ctx, id, view === 'full' ? 'see-full-record' : 'see-record');
	if (!found.ok) return found;
	// the record of a secret vote is the same for everybody
	const column = view === 'full' && found.value.row.secrecy !== 'secret' ? vote.fullRecord : vote.record;
	const [row] = await ctx.database.db.select({ record: column }).from(vote).where(eq(vote.id, id));
	return ok(row!.record as unknown as VoteRecord | SecretRecord);
}
