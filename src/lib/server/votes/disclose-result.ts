import { and, eq, isNotNull, notExists, inArray, ne } from 'drizzle-orm';
import { resultMeters } from '#lib/domain/votes/meters.ts';
import { leadingFigures, rankOptions, type RankedOption } from '#lib/domain/votes/explain-options.ts';
import { readFigures, readOptions } from '#lib/domain/votes/record.ts';
import type { RecordFigures } from '#lib/domain/votes/record.schema.ts';
import type { Rule } from '#lib/domain/votes/rule.ts';
import { mayVote } from '#lib/domain/votes/votes.policy.ts';
import { formatArea } from '#lib/domain/shared/area.ts';
import { addWorkingDays } from '#lib/domain/shared/working-time.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { officialDateTime } from '#lib/i18n/dates.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { optionsSentence, outcomeSentence } from '#lib/i18n/votes.ts';
import type { Db } from '../db/client.ts';
import { area, disclosure, organisation, vote } from '../db/schema/index.ts';
import type { DisclosureSource, PendingSource, SourcesOf } from '../disclosure/index.ts';
import type { Act } from '../platform/act.ts';
import { endOf, loadVote, type VoteRow } from './load-vote.ts';

const ZH = { locale: 'zh-CN' } as const;
/** Working days after the result: the term of an owners' committee's decisions, and of a community's. */
const WITHIN = { owners: 3, others: 5 };

/** The result of a vote as a disclosure begins with it: the question, the outcome and every figure that led to it. */
export async function resultToDisclose(a: Act, id: string): Promise<Result<DisclosureSource>> {
	const loaded = await loadVote(a.db, a.actor, id, { lock: true });
	if (!loaded || !mayVote(a.actor, 'see', loaded.facts).ok) return refuse('votes.not-found');
	const { row } = loaded;
	if (row.state !== 'published') return refuse('votes.not-published-yet');
	return ok({
		communityId: row.communityId,
		organisationId: row.organisationId,
		kind: 'result',
		title: m.disclosure_result_of({ title: row.title }, ZH),
		body: textOf(row),
		table: tableOf(row)
	});
}

function textOf(row: VoteRow): string {
	// few or unanimous secret ballots stay closed: their figures would be everybody's choice
	const figures = row.figures && readFigures(row.figures as unknown as RecordFigures);
	const ranked = rankedOf(row);
	const leading = ranked && leadingFigures(figures!, readOptions(row.figures as unknown as RecordFigures));
	const tests = (figures ? resultMeters(row.rule as unknown as Rule, leading ?? figures) : []).map((meter) => {
		const stage = meter.stage === 'participation' ? m.disclosure_result_participation : m.disclosure_result_approval;
		const measure = meter.measure === 'area' ? m.votes_measure_area : m.disclosure_result_count;
		return `- ${stage({}, ZH)}（${measure({}, ZH)}）：${m.votes_meter_text(meter, ZH)}`;
	});
	return [
		`${m.disclosure_result_question({}, ZH)}：${row.question}`,
		`${m.disclosure_result_time({}, ZH)}：${officialDateTime(row.opensAt)} — ${officialDateTime(endOf(row))}`,
		`## ${m.votes_result_heading({}, ZH)}`,
		ranked ? optionsSentence(row.outcome!, ranked, ZH) : outcomeSentence(row.outcome!, ZH),
		figures ? tests.join('\n') : m.votes_secret_closed({}, ZH),
		m.disclosure_result_check({}, ZH)
	].join('\n\n');
}

/** The options by rank; null in a vote of for/against/abstain. */
function rankedOf(row: VoteRow): RankedOption[] | null {
	if (row.method === 'for-against-abstain' || !row.figures) return null;
	const written = row.figures as unknown as RecordFigures;
	return rankOptions(row.rule as unknown as Rule, row, readFigures(written), readOptions(written));
}

function tableOf(row: VoteRow) {
	if (!row.figures) return null;
	const figures = readFigures(row.figures as unknown as RecordFigures);
	const areas = row.electorate === 'owners';
	const ranked = rankedOf(row);
	const labels = {
		for: m.votes_option_for,
		against: m.votes_option_against,
		abstain: m.votes_option_abstain,
		spoiled: m.votes_option_spoiled
	};
	return {
		head: [
			m.disclosure_result_option({}, ZH),
			m.disclosure_result_count({}, ZH),
			...(areas ? [m.votes_measure_area({}, ZH)] : [])
		],
		rows: [
			...(ranked ?? []).map(({ label, count, area }) => [label, String(count), ...(areas ? [area] : [])]),
			...(['for', 'against', 'abstain', 'spoiled'] as const)
				.slice(ranked ? 2 : 0)
				.map((option) => [
					labels[option]({}, ZH),
					String(figures[option].count),
					...(areas ? [formatArea(figures[option].area)] : [])
				])
		]
	};
}

/** Results that are out and that nobody has published as a disclosure. What was only asked for advice is not owed. */
export async function resultsPending(db: Db, of: SourcesOf): Promise<PendingSource[]> {
	const published = db
		.select({ id: disclosure.id })
		.from(disclosure)
		.where(
			and(
				eq(disclosure.sourceType, 'vote'),
				eq(disclosure.sourceId, vote.id),
				inArray(disclosure.state, ['published', 'withdrawn'])
			)
		);
	const rows = await db
		.select({ row: vote, organisation, code: area.code })
		.from(vote)
		.innerJoin(organisation, eq(organisation.id, vote.organisationId))
		.innerJoin(area, eq(area.id, vote.communityId))
		.where(
			and(
				eq(vote.state, 'published'),
				isNotNull(vote.publishedAt),
				ne(vote.outcome, 'advisory'),
				notExists(published),
				of.communityId ? eq(vote.communityId, of.communityId) : undefined,
				of.organisationIds ? inArray(vote.organisationId, [...of.organisationIds]) : undefined
			)
		);
	return rows.map(({ row, organisation: convener, code }) => {
		const withinDays = row.electorate === 'owners' ? WITHIN.owners : WITHIN.others;
		return {
			organisationId: convener.id,
			organisation: convener.name,
			partyKind: convener.kind,
			communityCode: code,
			title: m.disclosure_result_of({ title: row.title }),
			dueAt: addWorkingDays(row.publishedAt!, withinDays).at,
			withinDays,
			source: m.disclosure_result_source(),
			verified: false,
			from: { type: 'vote', id: row.id }
		};
	});
}

/** The vote itself is as it was: its page says where the disclosure is. */
export async function resultDisclosed(a: Act, id: string): Promise<Result> {
	await a.emit({ topic: `vote:${id}`, kind: 'disclosed' });
	return ok();
}
