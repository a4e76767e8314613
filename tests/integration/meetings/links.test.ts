import { and, eq, gt } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '#lib/domain/shared/actor.ts';
import { caseStatesOf, raiseCase, registerCases } from '#lib/server/cases/index.ts';
import { agendaItem, gridCase, link, outbox } from '#lib/server/db/schema/index.ts';
import {
	disclosuresFrom,
	draftDisclosure,
	publishDisclosure,
	registerDisclosure,
	submitForReview,
	withdrawDisclosure
} from '#lib/server/disclosure/index.ts';
import { originsOf } from '#lib/server/links/index.ts';
import { raiseTask, registerMeetings, tasksOf } from '#lib/server/meetings/index.ts';
import { announceVote, draftVote, paragraphForVote, registerVotes, votesFromMeeting } from '#lib/server/votes/index.ts';
import { COMMUNITY, plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { meetingInSession, sealNow } from '../../support/meetings.ts';
import { expectOk } from '../../support/votes.ts';

const data = useDatabase();
let town: Town;
let convener: Person, reviewer: Person, resident: Person, publisher: Person;
let meetingId: string, item: string;

beforeAll(async () => {
	for (const register of [registerMeetings, registerCases, registerVotes, registerDisclosure]) register();
	town = await plantCommunity(data);
	convener = await town.appoint('赵书记', 'residents-committee', ['convener', 'delegate', 'publisher']);
	reviewer = await town.appoint('陈副主任', 'residents-committee', 'reviewer');
	publisher = await town.appoint('叶理事', 'social-organisation', 'publisher');
	resident = await town.resident('孙阿姨', 0);
});
beforeEach(async () => {
	meetingId = await meetingInSession(data, town, convener, ['3号楼消防通道被占。']);
	const [row] = await data.db.select().from(agendaItem).where(eq(agendaItem.meetingId, meetingId));
	item = row!.id;
});

const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'taken' : result.refusal!.code);
const place = (block: string) => ({ type: 'meeting', id: meetingId, block });

const caseFrom = async (block: string) => {
	const matter = { title: '通道被占', what: 'rubbish' as const, description: '垃圾堆在通道', place: '西口' };
	const raised = await raiseCase(data.as(convener), place(block), { ...matter, building: town.buildingId } as never);
	return expectOk(raised).id;
};
const voteInput = (from: { agendaItemId: string | null; block: string | null }) => ({
	...{ organisationId: town.parties['residents-committee'], preset: 'residents-meeting-2026' },
	scope: { kind: 'community' as const, id: null },
	...{ title: '划线', question: '您同意划线吗?', background: '', extensionHours: null, meetingId, ...from },
	...{ opensAt: new Date('2026-12-20T01:00:00Z'), closesAt: new Date('2026-12-25T01:00:00Z') }
});
const voteFrom = async (block: string) =>
	expectOk(
		await draftVote(
			data.as(convener),
			voteInput(block === item ? { agendaItemId: item, block: null } : { agendaItemId: null, block })
		)
	).id;
const text = {
	title: '划线安排',
	body: '周五划线。',
	table: '',
	pinnedUntil: null,
	occurredOn: null,
	correctionNote: ''
};
const notice = (organisationId: string) => ({ ...text, organisationId, what: null });
const disclosureFrom = async (block: string) =>
	expectOk(await draftDisclosure(data.as(convener), notice(town.parties['residents-committee']), [], place(block))).id;
const taskFrom = async (block: string) => {
	const assignee = { organisationId: town.parties['property-company'], personId: null };
	return expectOk(
		await raiseTask(data.as(convener), meetingId, block, { title: '划线', assignee, dueOn: '2026-12-11' })
	).id;
};

async function published(id: string): Promise<void> {
	expectOk(await submitForReview(data.as(convener), id, { basis: 'none', attachmentsChecked: undefined }, []));
	expectOk(await publishDisclosure(data.as(reviewer), id));
}

describe.each(['item', 'paragraph'] as const)('from an %s', (part) => {
	const block = () => (part === 'item' ? item : 'p1');

	it('each of the four is raised, shows there, and says where it came from', async () => {
		const raised = {
			case: await caseFrom(block()),
			vote: await voteFrom(block()),
			task: await taskFrom(block()),
			disclosure: await disclosureFrom(block())
		};
		const ctx = data.as(convener);
		expect((await caseStatesOf(ctx, 'meeting', meetingId)).map((one) => [one.block, one.line.id])).toEqual([
			[block(), raised.case]
		]);
		expect((await votesFromMeeting(ctx, meetingId)).map((one) => [one.block, one.id])).toEqual([
			[block(), raised.vote]
		]);
		expect((await tasksOf(ctx, meetingId)).map((one) => [one.block, one.id])).toEqual([[block(), raised.task]]);
		expect(await disclosuresFrom(ctx, 'meeting', meetingId)).toMatchObject([
			{ block: block(), id: raised.disclosure, state: 'draft', atDesk: true }
		]);
		const page = `/c/${COMMUNITY}/meetings/${meetingId}`;
		const href = part === 'item' ? `${page}#item-${item}` : `${page}/minutes#b-p1`;
		for (const [type, id] of Object.entries(raised)) {
			expect(await originsOf(ctx, type, id), type).toEqual([{ name: '冬季消防通道', href, part }]);
		}
		// who may not read the minutes yet is led to the meeting
		const [origin] = await originsOf(data.as(resident), 'vote', raised.vote);
		expect(origin!.href).toBe(part === 'item' ? href : page);
	});

	it('whoever follows the meeting hears when a vote or a disclosure from there becomes public or is taken away', async () => {
		const [vote, disclosure] = [await voteFrom(block()), await disclosureFrom(block())];
		const beforehand = data.as(resident);
		expect(await votesFromMeeting(beforehand, meetingId)).toEqual([]);
		expect(await disclosuresFrom(beforehand, 'meeting', meetingId)).toEqual([]);
		const last = (await data.db.select({ id: outbox.id }).from(outbox))
			.map(({ id }) => id)
			.toSorted()
			.at(-1)!;
		expectOk(await announceVote(data.as(convener), vote));
		await published(disclosure);
		expectOk(await withdrawDisclosure(data.as(convener), disclosure, '写错了日期'));
		const news = await data.db
			.select({ kind: outbox.kind })
			.from(outbox)
			.where(and(eq(outbox.topic, `meeting:${meetingId}`), gt(outbox.id, last)));
		expect(news.map(({ kind }) => kind).toSorted()).toEqual(['disclosure-moved', 'disclosure-moved', 'vote-moved']);
		expect((await votesFromMeeting(beforehand, meetingId)).map(({ state }) => state)).toEqual(['announced']);
		expect(await disclosuresFrom(beforehand, 'meeting', meetingId)).toMatchObject([
			{ state: 'withdrawn', atDesk: false }
		]);
	});
});

describe('what is refused', () => {
	it('is a place that is not there, or that the actor may not read', async () => {
		const ghost = { agendaItemId: null, block: 'nowhere' };
		expect(code(await draftVote(data.as(convener), voteInput(ghost)))).toBe('votes.agenda-item-elsewhere');
		const own = notice(town.parties['residents-committee']);
		expect(code(await draftDisclosure(data.as(convener), own, [], place('nowhere')))).toBe('disclosure.place-missing');
		// a publisher of a party that was not invited does not read the minutes
		const theirs = notice(town.parties['social-organisation']);
		expect(code(await draftDisclosure(data.as(publisher), theirs, [], place('p1')))).toBe('disclosure.place-missing');
		expect(code(await draftDisclosure(data.as(publisher), theirs, [], place(item)))).toBe('taken');
		expect(await paragraphForVote(data.as(resident), town.communityId, meetingId, 'p1')).toBeNull();
		expect(await paragraphForVote(data.as(convener), town.areas['990901001002'], meetingId, 'p1')).toBeNull();
	});

	it('leaves nothing behind', async () => {
		const before = await data.db.select().from(link);
		await draftVote(data.as(convener), voteInput({ agendaItemId: null, block: 'nowhere' }));
		await raiseCase(data.as(resident), place('p1'), {} as never);
		expect(await data.db.select().from(link)).toHaveLength(before.length);
	});
});

it('works from sealed minutes as it did before', async () => {
	await sealNow(data, convener, meetingId);
	await voteFrom('p1');
	await disclosureFrom('p1');
	await taskFromSealed();
	const [row] = await data.db
		.select()
		.from(gridCase)
		.where(eq(gridCase.id, await caseFrom('p1')));
	expect(row!.state).toBe('submitted');
});

async function taskFromSealed(): Promise<void> {
	const assignee = { organisationId: town.parties['property-company'], personId: null };
	const input = { title: '划线', assignee, dueOn: '2026-12-31' };
	expectOk(await raiseTask(data.as(convener), meetingId, 'p1', input));
}
