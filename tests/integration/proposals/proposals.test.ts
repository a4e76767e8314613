import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { agendaItems, putItem } from '#lib/domain/meetings/agenda-document.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import type { Result } from '#lib/domain/shared/result.ts';
import { addComment } from '#lib/server/comments/index.ts';
import { agendaItem, auditEntry, notification, outbox, proposalSupport } from '#lib/server/db/schema/index.ts';
import { exportOwnData } from '#lib/server/identity/index.ts';
import { linksTo } from '#lib/server/links/index.ts';
import * as meetings from '#lib/server/meetings/index.ts';
import { sweepClocks } from '#lib/server/platform/clock-sweep.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { mayFollow } from '#lib/server/platform/topics.ts';
import { ownMatters, waitingFor } from '#lib/server/platform/waiting.ts';
import * as proposals from '#lib/server/proposals/index.ts';
import { COMMUNITY, plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { editAs, meetingRow } from '../../support/meetings.ts';
import { expectOk } from '../../support/votes.ts';

const data = useDatabase();
let town: Town;
let here: { id: string; code: string };
let convener: Person, author: Person, stranger: Person;
let neighbours: Person[];
let id: string;

const START = '2026-11-24T10:00:00+08:00';
const words = { title: '在3号楼前装长椅', body: '老人走累了没处坐。', place: null };
const code = (result: Result<unknown>) => (result.ok ? 'taken' : result.refusal.code);
const page = async (who: Person | null = null) =>
	expectOk(await proposals.proposalPage(data.as(who), town.communityId, id));
const support = (who: Person) => proposals.supportProposal(data.as(who), id);
const supportAll = async (count: number) => {
	for (const one of neighbours.slice(0, count)) expectOk(await support(one));
};
const told = async (kind: string) =>
	(
		await data.db
			.select({ person: notification.personId })
			.from(notification)
			.where(and(eq(notification.subjectId, id), eq(notification.kind, kind)))
	)
		.map(({ person }) => person)
		.toSorted();
const idsOf = (...people: Person[]) => people.map(({ personId }) => personId).toSorted();
const call = async (title = '十二月例会') =>
	expectOk(
		await meetings.callMeeting(data.as(convener), {
			organisationId: town.parties['residents-committee'],
			...{ kind: 'co-building', title, place: '活动室', startsAt: new Date('2026-12-20T19:00:00+08:00') },
			partyIds: [town.parties['property-company']]
		})
	).id;

beforeAll(async () => {
	meetings.registerMeetings();
	proposals.registerProposals();
	town = await plantCommunity(data);
	here = { id: town.communityId, code: COMMUNITY };
	convener = await town.appoint('赵书记', 'residents-committee', ['convener', 'delegate']);
	author = await town.resident('李桂芳', 0);
	stranger = await town.resident('外人', 0, { lives: false });
	neighbours = [];
	for (let i = 0; i < 14; i++) neighbours.push(await town.resident(`邻居${i}`, i % 6));
});
beforeEach(async () => {
	await data.travelTo(START);
	id = expectOk(await proposals.writeProposal(data.as(author), here, { ...words, title: `${words.title} ${newId()}` }));
	return async () => void (await proposals.withdrawProposal(data.as(author), id));
});

it('is written by somebody of the community, three at a time, and once however often the form is sent', async () => {
	expect(code(await proposals.writeProposal(data.as(null), here, words))).toBe('form.sign-in');
	expect(code(await proposals.writeProposal(data.as(stranger), here, words))).toBe('proposals.not-of-community');
	const zhou = await town.resident('周平', 1);
	const write = (title: string) => proposals.writeProposal(data.as(zhou), here, { ...words, title });
	const twice = await Promise.all([write('路灯'), write('路灯')]);
	expect(twice.map(code).toSorted()).toEqual(['proposals.written-already', 'taken']);
	const many = await Promise.all(['一', '二', '三', '四'].map(write));
	expect(many.map(code).toSorted()).toEqual(['proposals.too-many', 'proposals.too-many', 'taken', 'taken']);
	const { proposal: one, author: name } = await page(neighbours[0]);
	expect([one.state, one.needed, one.supporters, name]).toEqual(['gathering', 10, 0, '李桂芳']);
	expect((await page()).author).toBe('李○○');
	const rows = await data.db.select({ act: auditEntry.act }).from(auditEntry).where(eq(auditEntry.subjectId, id));
	expect(rows.map(({ act }) => act)).toEqual(['proposals.written']);
});

it('counts one support a person, taken back and given again, and never the author’s own', async () => {
	const [one] = neighbours;
	expect(code(await support(author))).toBe('proposals.own');
	expect(code(await support(stranger))).toBe('proposals.not-of-community');
	expect(code(await support(convener))).toBe('proposals.not-of-community');
	expectOk(await support(one!));
	expectOk(await support(one!));
	expect(await page(one)).toMatchObject({ supported: true, proposal: { supporters: 1 } });
	expectOk(await proposals.takeSupportBack(data.as(one!), id));
	expectOk(await proposals.takeSupportBack(data.as(one!), id));
	expect(await page(one)).toMatchObject({ supported: false, proposal: { supporters: 0 } });
	const news = await data.db
		.select()
		.from(outbox)
		.where(eq(outbox.topic, `proposal:${id}`));
	expect(news.map(({ kind }) => kind)).toEqual(['written', 'supported', 'support-taken-back']);
	expect(await mayFollow(data.as(null), `proposal:${id}`)).toBe(true);
	expect(await mayFollow(data.as(null), `proposal:${newId()}`)).toBe(false);
});

it('counts exactly when everybody supports it at once, each twice, and is ready once', async () => {
	const all = await Promise.all(neighbours.flatMap((one) => [support(one), support(one)]));
	expect(all.every(({ ok }) => ok)).toBe(true);
	const rows = await data.db.select().from(proposalSupport).where(eq(proposalSupport.proposalId, id));
	expect(rows).toHaveLength(neighbours.length);
	expect(await page()).toMatchObject({ proposal: { state: 'ready', supporters: neighbours.length } });
	expect(await told('proposal-ready')).toEqual(idsOf(author));
	expect(await told('proposal-waits')).toEqual(idsOf(convener));
	const acts = await data.db.select({ act: auditEntry.act }).from(auditEntry).where(eq(auditEntry.subjectId, id));
	expect(acts.filter(({ act }) => act === 'proposals.supported')).toHaveLength(neighbours.length);
	expect(acts.filter(({ act }) => act === 'proposals.reach')).toHaveLength(1);
	// what was reached stays so
	expectOk(await proposals.takeSupportBack(data.as(neighbours[0]!), id));
	expect(await page()).toMatchObject({ proposal: { state: 'ready', supporters: neighbours.length - 1 } });
});

it('needs as many as the community had set when it was written', async () => {
	expect(code(await proposals.setNeeded(data.as(author), here, 2))).toBe('form.forbidden');
	expectOk(await proposals.setNeeded(data.as(convener), here, 2));
	await supportAll(3);
	expect((await page()).proposal).toMatchObject({ state: 'gathering', needed: 10 });
	await proposals.withdrawProposal(data.as(author), id);
	id = expectOk(await proposals.writeProposal(data.as(author), here, words));
	await supportAll(2);
	expect((await page()).proposal).toMatchObject({ state: 'ready', needed: 2 });
	expectOk(await proposals.setNeeded(data.as(convener), here, 10));
});

it('lapses when its term is over, and takes no support from that moment on', async () => {
	await supportAll(9);
	const due = (await page()).proposal.gatherUntil;
	await data.travelTo(due);
	expect(code(await support(neighbours[9]!))).toBe('proposals.gathering-over');
	await sweepClocks(data);
	expect((await page()).proposal.state).toBe('lapsed');
	expect(await told('proposal-lapsed')).toEqual(idsOf(author));
	expect(code(await support(neighbours[9]!))).toBe('proposals.not-now');
});

it('waits for the convener with a term, and says to everybody when that is over', async () => {
	await supportAll(10);
	const mine = async () => (await waitingFor(data.as(convener))).find(({ href }) => href.includes(id));
	const due = (await page()).proposal.answerDueAt!;
	expect(await mine()).toMatchObject({ dueAt: due, office: true, tag: { tone: 'due' } });
	expect((await waitingFor(data.as(author))).find(({ href }) => href.includes(id))).toBeUndefined();
	expect((await ownMatters(data.as(author))).find(({ href }) => href.includes(id))).toMatchObject({
		tag: { text: '等答复' }
	});
	expect((await page()).late).toBe(false);
	await data.travelTo(new Date(due.getTime() + 1000));
	await sweepClocks(data);
	expect((await page()).late).toBe(true);
	expect(await mine()).toMatchObject({ tag: { tone: 'late' } });
	expect(await told('proposal-overdue')).toEqual(idsOf(author, convener));
});

it('is declined once, with a reason that everybody reads', async () => {
	expect(code(await proposals.declineProposal(data.as(convener), id, '早了'))).toBe('proposals.not-now');
	await supportAll(10);
	expect(code(await proposals.declineProposal(data.as(author), id, '不要'))).toBe('form.forbidden');
	const decline = () => proposals.declineProposal(data.as(convener), id, '场地归街道管');
	expect((await Promise.all([decline(), decline()])).map(code).toSorted()).toEqual(['proposals.not-now', 'taken']);
	expect(code(await proposals.withdrawProposal(data.as(author), id))).toBe('proposals.not-now');
	expect((await page()).proposal).toMatchObject({ state: 'declined', reason: '场地归街道管' });
	expect(await told('proposal-declined')).toEqual(idsOf(author, ...neighbours.slice(0, 10)));
	expect((await waitingFor(data.as(convener))).find(({ href }) => href.includes(id))).toBeUndefined();
});

it('comes onto the agenda of a meeting that is being built, and keeps its item through the notice', async () => {
	await supportAll(10);
	const meeting = await call();
	expect((await page(convener)).agendas.map((one) => one.id)).toContain(meeting);
	expect((await page(author)).agendas).toEqual([]);
	expect(code(await proposals.placeProposal(data.as(author), id, meeting))).toBe('form.forbidden');
	expect(code(await proposals.placeProposal(data.as(convener), id, newId()))).toBe('form.not-found');
	const twice = await Promise.all([
		proposals.placeProposal(data.as(convener), id, meeting),
		proposals.placeProposal(data.as(convener), id, meeting)
	]);
	expect(twice.map(code).toSorted()).toEqual(['proposals.not-now', 'taken']);
	const { proposal: one, placed } = await page();
	expect([one.state, placed!.title]).toEqual(['on-agenda', '十二月例会']);
	const live = await meetings.readLiveAgenda(data.as(convener), meeting);
	expect(live.map(({ title }) => title)).toEqual([one.title]);
	const [from] = await proposals.proposalsOnAgenda(data.as(null), meeting);
	expect(from).toMatchObject({ id, entryId: live[0]!.id, itemId: null });
	expect(await told('proposal-on-agenda')).toEqual(idsOf(author, ...neighbours.slice(0, 10)));
	expect(await linksTo(data.db, 'meeting', meeting)).toMatchObject([{ fromType: 'proposal', fromId: id }]);
	expect(code(await support(neighbours[11]!))).toBe('proposals.not-now');

	expectOk(await meetings.conveneMeeting(data.as(convener), meeting));
	const [item] = await data.db.select().from(agendaItem).where(eq(agendaItem.meetingId, meeting));
	expect((await page()).placed).toMatchObject({ itemId: item!.id, number: '1', outcome: null });
	expect((await proposals.proposalsOnAgenda(data.as(null), meeting))[0]!.itemId).toBe(item!.id);
});

it('waits for an answer again where the item is taken off or the meeting cancelled', async () => {
	await supportAll(10);
	const cancelled = await call('要取消的会');
	expectOk(await proposals.placeProposal(data.as(convener), id, cancelled));
	await data.travelTo('2026-12-02T10:00:00+08:00');
	expectOk(await meetings.cancelMeeting(data.as(convener), cancelled, '停电'));
	expect(await page()).toMatchObject({ placed: null, proposal: { state: 'ready' } });
	expect((await page()).proposal.answerDueAt!.getTime()).toBeGreaterThan(Date.parse('2026-12-15T00:00:00+08:00'));
	expect(await told('proposal-released')).toEqual(idsOf(author));

	const meeting = await call();
	expectOk(await proposals.placeProposal(data.as(convener), id, meeting));
	const { agendaDocumentId } = await meetingRow(data, meeting);
	await editAs(data, convener, agendaDocumentId!, (doc) => {
		const [entry] = agendaItems(doc).values();
		entry!.set('withdrawnBy', town.parties['residents-committee']);
	});
	expect(code(await meetings.conveneMeeting(data.as(convener), meeting))).toBe('meetings.agenda-empty');
	expect((await page()).proposal.state).toBe('on-agenda');
	const other = { id: newId(), title: '别的事', parent: null, order: 'z', minutes: null, kind: 'discuss' as const };
	await editAs(data, convener, agendaDocumentId!, (doc) =>
		putItem(doc, { ...other, proposer: null, withdrawnBy: null })
	);
	expectOk(await meetings.conveneMeeting(data.as(convener), meeting));
	expect(await page()).toMatchObject({ placed: null, proposal: { state: 'ready' } });
	expect(await proposals.proposalsOnAgenda(data.as(null), meeting)).toEqual([]);
});

it('goes along with what its author, and who stands behind it, take with them', async () => {
	const { title } = (await page()).proposal;
	expectOk(await support(neighbours[13]!));
	const mine = expectOk(await exportOwnData(data.as(author)));
	expect(mine.proposals).toContainEqual(expect.objectContaining({ title, body: words.body }));
	const theirs = expectOk(await exportOwnData(data.as(neighbours[13]!)));
	expect(theirs.supported).toContainEqual(expect.objectContaining({ proposal: title }));
});

it('is talked about until its author takes it back, and then keeps its words to itself', async () => {
	const say = { comment: '支持，还要遮阳', commentOn: undefined, commentFor: undefined };
	expectOk(await addComment(data.as(neighbours[0]!), ['proposal', id], say));
	expect(code(await proposals.withdrawProposal(data.as(neighbours[0]!), id))).toBe('form.forbidden');
	expectOk(await proposals.withdrawProposal(data.as(author), id));
	expect((await page()).proposal.body).toBeNull();
	expect((await page(author)).proposal.body).toBe(words.body);
	expect(code(await addComment(data.as(neighbours[0]!), ['proposal', id], say))).toBe('comments.closed');
	const listed = await proposals.listProposals(data.as(null), town.communityId);
	expect(listed.map((one) => one.id)).not.toContain(id);
	expect(code(await proposals.proposalPage(data.as(null), newId(), id))).toBe('form.not-found');
});
