import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { putItem } from '#lib/domain/meetings/agenda-document.ts';
import { KIND_RULES, type MeetingKind } from '#lib/domain/meetings/kinds.ts';
import type { SealedContent } from '#lib/domain/meetings/sealed-content.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import type { PartyKind } from '#lib/domain/shared/roles.ts';
import { agendaItem, ballot, meetingParty, notification, rollEntry } from '#lib/server/db/schema/index.ts';
import {
	publishDisclosure,
	publishFromSource,
	registerDisclosure,
	submitForReview
} from '#lib/server/disclosure/index.ts';
import * as meetings from '#lib/server/meetings/index.ts';
import { sweepClocks } from '#lib/server/platform/clock-sweep.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { waitingFor } from '#lib/server/platform/waiting.ts';
import { draftVote } from '#lib/server/votes/index.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { editAs, meetingInSession, meetingRow, sealNow } from '../../support/meetings.ts';
import { expectOk } from '../../support/votes.ts';

const data = useDatabase();
const CALLED = new Date('2026-12-01T02:00:00Z');
const DAY = 86_400_000;
let town: Town;
let conveners: Partial<Record<PartyKind, Person>>;
let committee: Person, reviewer: Person;

beforeAll(async () => {
	meetings.registerMeetings();
	registerDisclosure();
	town = await plantCommunity(data);
	conveners = {};
	for (const kind of ['residents-committee', 'owners-committee', 'party-committee'] as const) {
		conveners[kind] = await town.appoint(kind, kind, ['convener', 'delegate', 'publisher']);
	}
	committee = conveners['residents-committee']!;
	reviewer = await town.appoint('陈副主任', 'residents-committee', 'reviewer');
});
beforeEach(() => data.travelTo(CALLED));

const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'taken' : result.refusal!.code);
const caller = (kind: MeetingKind) => KIND_RULES[kind].conveners[0]! as 'residents-committee';

async function called(kind: MeetingKind, startsAt: Date) {
	const input = { kind, title: '会', place: '活动室', startsAt, organisationId: town.parties[caller(kind)] };
	return meetings.callMeeting(data.as(conveners[caller(kind)]!), { ...input, partyIds: [] });
}
async function withItem(kind: MeetingKind): Promise<string> {
	const id = expectOk(await called(kind, new Date(CALLED.getTime() + 20 * DAY))).id;
	await editAs(data, conveners[caller(kind)]!, (await meetingRow(data, id)).agendaDocumentId!, (doc) =>
		putItem(doc, {
			...{ id: newId(), title: '要定的事', parent: null, order: 'a', minutes: 10, kind: 'decide' },
			...{ proposer: null, withdrawnBy: null }
		})
	);
	return id;
}
async function inSession(kind: MeetingKind): Promise<{ id: string; itemId: string }> {
	const id = await withItem(kind);
	const chair = data.as(conveners[caller(kind)]!);
	expectOk(await meetings.conveneMeeting(chair, id));
	await data.travelTo(new Date(CALLED.getTime() + 20 * DAY));
	expectOk(await meetings.openSession(chair, id));
	const [item] = await data.db.select().from(agendaItem).where(eq(agendaItem.meetingId, id));
	return { id, itemId: item!.id };
}

it.each([
	'co-building',
	'residents',
	'representatives',
	'deliberation',
	'hearing',
	'owners-assembly',
	'party-members'
] as const)('%s: notice period at the call and at convening, and everybody who must be invited is', async (kind) => {
	const { noticeDays, mustInvite } = KIND_RULES[kind];
	const tooSoon = new Date(CALLED.getTime() + noticeDays * DAY - 60_000);
	expect(code(await called(kind, tooSoon))).toBe('meetings.too-soon');
	const id = await withItem(kind);
	const chair = data.as(conveners[caller(kind)]!);
	const invited = expectOk(await meetings.meetingDetail(chair, id)).parties.map((party) => party.kind);
	expect(invited).toEqual(expect.arrayContaining([...mustInvite]));
	await data.travelTo(new Date(CALLED.getTime() + (20 - noticeDays) * DAY + 60_000));
	expect(code(await meetings.conveneMeeting(chair, id))).toBe('meetings.too-soon');
	await data.travelTo(new Date(CALLED.getTime() + (20 - noticeDays) * DAY - 60_000));
	const [must] = mustInvite;
	const row = and(eq(meetingParty.meetingId, id), eq(meetingParty.organisationId, town.parties[must!]));
	await data.db.delete(meetingParty).where(row);
	expect(await meetings.conveneMeeting(chair, id)).toMatchObject({
		refusal: { code: 'meetings.must-invite', params: { parties: `${must} 测试` } }
	});
	await data.db.insert(meetingParty).values({ id: newId(), meetingId: id, organisationId: town.parties[must!] });
	expect(code(await meetings.conveneMeeting(chair, id))).toBe('taken');
});

it('counts those who are there while they come, and settles nothing that is to be decided before enough are', async () => {
	const residents = [];
	for (let home = 0; home < 6; home++) residents.push(await town.resident(`居民${home}`, home));
	const twin = await town.resident('同户', 0);
	const { id, itemId } = await inSession('residents');
	const seen = async () => expectOk(await meetings.meetingDetail(data.as(null), id)).quorum;
	const settle = () => meetings.endItem(data.as(committee), id, { itemId, outcome: 'settled' });
	expect(await seen()).toEqual({ of: 'households', present: 0, total: 6, needed: 4, reached: false });
	for (const one of [...residents.slice(0, 3), twin]) expectOk(await meetings.checkIn(data.as(one), id));
	expect(await seen()).toMatchObject({ present: 3, reached: false });
	expect(code(await settle())).toBe('meetings.no-quorum');
	expect(code(await meetings.endItem(data.as(committee), id, { itemId, outcome: 'carried' }))).toBe('taken');
	expectOk(await meetings.checkIn(data.as(residents[3]!), id));
	expect(await seen()).toMatchObject({ present: 4, reached: true });
	expect(code(await settle())).toBe('taken');
});

it('counts a household that votes in the meeting for one that takes part, once, and none that has moved out', async () => {
	const [here, voter, gone] = await Promise.all([3, 4, 5].map((home) => town.resident(`住户${home}`, home)));
	const before = await data.sql`select count(*)::int as n from household where ended_at is null`;
	const home = (one: Person) => one.residencies[0]!.householdId;
	await data.sql`update household set ended_at = app_now() where id = ${home(gone!)}`;
	const { id, itemId } = await inSession('residents');
	const seen = async () => expectOk(await meetings.meetingDetail(data.as(null), id)).quorum!;
	expect((await seen()).total).toBe(before[0]!.n - 1);
	expectOk(await meetings.checkIn(data.as(here!), id));
	const voteId = expectOk(
		await draftVote(data.as(committee), {
			...{ organisationId: town.parties['residents-committee'], preset: 'residents-meeting-2026' },
			...{ scope: { kind: 'community', id: null }, title: '表决', question: '同意吗?', background: '' },
			...{ opensAt: new Date('2026-12-25T01:00:00Z'), closesAt: new Date('2026-12-30T01:00:00Z') },
			...{ extensionHours: null, meetingId: id, agendaItemId: itemId }
		})
	).id;
	expect(await seen()).not.toHaveProperty('byVote');
	for (const one of [here!, voter!]) {
		const entry = {
			id: newId(),
			voteId,
			communityId: (await meetingRow(data, id)).communityId,
			key: home(one),
			label: '户'
		};
		await data.db.insert(rollEntry).values(entry);
		const cast = { id: newId(), voteId, entryId: entry.id, casterId: entry.id, channel: 'online' as const };
		await data.db.insert(ballot).values({ ...cast, choice: ['for'], salt: '', castAt: CALLED });
	}
	expect(await seen()).toMatchObject({ present: 1, byVote: 1 });
	await data.sql`update vote set state = 'cancelled' where id = ${voteId}`;
	expect(await seen()).not.toHaveProperty('byVote');
});

it.each([
	['residents', 'households'],
	['hearing', 'households'],
	['owners-assembly', 'owners'],
	['representatives', null]
] as const)('%s: notice goes to all %s, with proof of when and how many', async (kind, to) => {
	const lives = await town.resident('住着的', 0);
	const owns = await town.resident('业主', 1, { owner: true, lives: false });
	const id = await withItem(kind);
	expectOk(await meetings.conveneMeeting(data.as(conveners[caller(kind)]!), id));
	const told = await data.db.select().from(notification).where(eq(notification.subjectId, id));
	const announced = told.filter((one) => one.kind === 'meeting-announced').map(({ personId }) => personId);
	expect(announced.includes(lives.personId)).toBe(to === 'households');
	expect(announced.includes(owns.personId)).toBe(to === 'owners');
	expect(told).toHaveLength(new Set(told.map(({ personId }) => personId)).size);
	const { publicNotice } = await meetingRow(data, id);
	const listed = (await meetings.listMeetings(data.as(null), town.communityId)).find((one) => one.id === id);
	expect(listed!.announced).toBe(to !== null);
	if (!to) return expect(publicNotice).toBeNull();
	expect(publicNotice).toMatchObject({ to, at: expect.stringMatching(/^2026-12-01T02:00/) });
	expect(publicNotice!.reached).toBeGreaterThan(0);
	expect(publicNotice!.reached).toBeLessThanOrEqual(publicNotice!.homes);
	expectOk(await meetings.cancelMeeting(data.as(conveners[caller(kind)]!), id, '台风'));
	const recalled = await data.db
		.select({ personId: notification.personId })
		.from(notification)
		.where(and(eq(notification.subjectId, id), eq(notification.kind, 'meeting-cancelled')));
	expect(recalled.map(({ personId }) => personId).toSorted()).toEqual(told.map(({ personId }) => personId).toSorted());
});

it('takes a decision by vote where too few came, for a vote counts for itself who takes part', async () => {
	const representatives = [
		await town.appoint('代表甲', 'residents-committee', 'residents-representative'),
		await town.appoint('代表乙', 'residents-committee', 'residents-representative')
	];
	const { id, itemId } = await inSession('representatives');
	expectOk(await meetings.checkIn(data.as(representatives[0]!), id));
	const settle = () => meetings.endItem(data.as(committee), id, { itemId, outcome: 'settled' });
	expect(code(await settle())).toBe('meetings.no-quorum');
	expectOk(
		await draftVote(data.as(committee), {
			...{ organisationId: town.parties['residents-committee'], preset: 'residents-meeting-2026' },
			...{ scope: { kind: 'community', id: null }, title: '表决', question: '同意吗?', background: '' },
			...{ opensAt: new Date('2026-12-25T01:00:00Z'), closesAt: new Date('2026-12-30T01:00:00Z') },
			...{ extensionHours: null, meetingId: id, agendaItemId: itemId }
		})
	);
	expect(code(await settle())).toBe('taken');
});

it('seals the proof, and tells the publishers once when the term for publishing is over', async () => {
	const told = async (id: string) =>
		(await data.db.select().from(notification).where(eq(notification.subjectId, id))).filter(
			({ kind, personId }) => kind === 'minutes-overdue' && personId === committee.personId
		).length;
	const sealed = async () => {
		const id = await meetingInSession(data, town, committee);
		await sealNow(data, committee, id);
		return id;
	};
	const [late, inTime] = [await sealed(), await sealed()];
	const { sealedContent, sealedAt } = await meetingRow(data, late);
	const { proof } = sealedContent as unknown as SealedContent;
	expect(proof).toMatchObject({ quorum: { of: 'parties', present: 0, total: 3, needed: 2, reached: false } });
	expect(new Date(proof!.noticeSentAt).getTime()).toBeLessThan(sealedAt!.getTime() - 3 * DAY);

	const begun = expectOk(await publishFromSource(data.as(committee), ['meeting', inTime])).id;
	expectOk(await submitForReview(data.as(committee), begun, { basis: 'none', attachmentsChecked: undefined }, []));
	expectOk(await publishDisclosure(data.as(reviewer), begun));
	const due = sealedAt!.getTime() + KIND_RULES['co-building'].discloseWithinDays! * DAY;
	await data.travelTo(new Date(due - 60_000));
	await sweepClocks(data);
	expect(await told(late)).toBe(0);
	await data.travelTo(new Date(due + 60_000));
	await Promise.all([sweepClocks(data), sweepClocks(data)]);
	await sweepClocks(data);
	expect([await told(late), await told(inTime)]).toEqual([1, 0]);
	const waiting = (await waitingFor(data.as(committee))).filter(({ href }) => href.endsWith(`/meetings/${late}`));
	expect(waiting.map(({ tag }) => tag!.tone)).toEqual(['late']);
});
