import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import type { Result } from '#lib/domain/shared/result.ts';
import { putItem } from '#lib/domain/meetings/agenda-document.ts';
import { block, minutesFragment } from '#lib/domain/meetings/minutes-document.ts';
import {
	attachment,
	credential,
	membership,
	meeting,
	objection,
	ownership,
	paperBallot,
	setting,
	signUpRequest,
	voteObjection
} from '#lib/server/db/schema/index.ts';
import { reportCase, registerCases } from '#lib/server/cases/index.ts';
import { addComment, registerComments } from '#lib/server/comments/index.ts';
import * as disclosure from '#lib/server/disclosure/index.ts';
import { acceptNotice, requestOwnership, requestResidence, uploadRegister } from '#lib/server/identity/index.ts';
import * as meetings from '#lib/server/meetings/index.ts';
import { begin } from '#lib/server/platform/act.ts';
import { sweepClocks } from '#lib/server/platform/clock-sweep.ts';
import { signedLink } from '#lib/server/platform/attachments/list.ts';
import { editDocument, readDocument } from '#lib/server/platform/documents/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import * as proposals from '#lib/server/proposals/index.ts';
import * as votes from '#lib/server/votes/index.ts';
import { COMMUNITY, DISTRICT, STREET, plantCommunity } from '../../support/community.ts';
import { photo } from '../../support/cases.ts';
import type { TestDatabase } from '../../support/database.ts';
import { expectOk } from '../../support/votes.ts';
import { plantPeople } from './people.ts';

const day = (date: string, time = '09:00') => new Date(`2026-${date}T${time}:00+08:00`);

/** A step that is refused is a bug of the scene. */
function succeeded(result: Result<unknown>): void {
	if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
}

/** A community in which every route has something to show, and the names by which the matrix speaks of it. */
export async function plantScene(data: TestDatabase) {
	process.env.ATTACHMENTS_DIR = mkdtempSync(join(tmpdir(), 'permissions-'));
	registerCases();
	votes.registerVotes();
	meetings.registerMeetings();
	registerComments();
	disclosure.registerDisclosure();
	proposals.registerProposals();
	await data.db.insert(setting).values({ key: 'demo', value: true });
	const town = await plantCommunity(data);
	await data.travelTo(day('11-02'));
	const people = await plantPeople(data, town);
	for (const person of Object.values(people)) if (person) await acceptNotice(data.as(person));
	const [convener, resident, stranger] = [people.convener!, people.resident!, people.stranger!];

	async function call(title: string, startsAt: Date, kind: 'co-building' | 'hearing' = 'co-building'): Promise<string> {
		const partyIds = [town.parties['property-company'], town.parties['owners-committee']];
		const organisationId = town.parties['residents-committee'];
		const input = { organisationId, kind, title, place: '活动室', startsAt, partyIds };
		return expectOk(await meetings.callMeeting(data.as(convener), input)).id;
	}
	const row = async (id: string) => (await data.db.select().from(meeting).where(eq(meeting.id, id)))[0]!;
	const edit = (documentId: string, change: Parameters<typeof editDocument>[2]) =>
		data.db.transaction(async (tx) => void (await editDocument(await begin(tx, convener), documentId, change)));
	async function convened(title: string, kind?: 'hearing'): Promise<string> {
		const id = await call(title, day('11-12'), kind);
		const item = { id: newId(), title, parent: null, order: 'a', minutes: 10, kind: 'discuss' as const };
		await edit((await row(id)).agendaDocumentId!, (doc) =>
			putItem(doc, { ...item, proposer: town.parties['property-company'], withdrawnBy: null })
		);
		succeeded(await meetings.conveneMeeting(data.as(convener), id));
		return id;
	}
	async function draftVote(opensAt: Date, closesAt: Date, paper = false): Promise<string> {
		const organisationId = town.parties['residents-committee'];
		const scope = { kind: 'community' as const, id: null };
		const words = { title: '加装电梯', question: '您同意吗?', background: '' };
		const none = { extensionHours: null, meetingId: null, agendaItemId: null };
		const input = {
			organisationId,
			preset: 'residents-meeting-2026',
			scope,
			...words,
			opensAt,
			closesAt,
			paper,
			...none
		};
		return expectOk(await votes.draftVote(data.as(convener), input)).id;
	}
	async function announced(opensAt: Date, closesAt: Date, paper = false): Promise<string> {
		const id = await draftVote(opensAt, closesAt, paper);
		succeeded(await votes.announceVote(data.as(convener), id));
		return id;
	}

	const published = await announced(day('11-06'), day('11-10'));
	const counting = await announced(day('11-06'), day('11-10'), true);
	const open = await announced(day('11-15'), day('11-28'));
	const planned = {
		session: await convened('会场'),
		hearing: await convened('听证', 'hearing'),
		review: await convened('核对'),
		sealed: await convened('封存')
	};
	await data.travelTo(day('11-06'));
	await sweepClocks(data);
	const [voter] = expectOk(await votes.voteDetail(data.as(resident), counting)).own;
	succeeded(await votes.receivePaper(data.as(people['entry-clerk']!), counting, voter!.id));
	const [paper] = await data.db.select({ id: paperBallot.id }).from(paperBallot);
	await data.travelTo(day('11-12'));
	await sweepClocks(data);
	succeeded(await votes.objectToVote(data.as(resident), published, '公示的户数不对'));
	for (const id of Object.values(planned)) succeeded(await meetings.openSession(data.as(convener), id));
	const image = expectOk(await meetings.addMinutesImage(data.as(convener), planned.review, photo())).id;
	for (const id of [planned.review, planned.sealed]) {
		for (const person of [resident, convener]) await meetings.checkIn(data.as(person), id);
		await edit((await row(id)).minutesDocumentId!, (doc) =>
			minutesFragment(doc).insert(1, [block('paragraph', 'p1', {}, '3号楼消防通道被占。')])
		);
		await meetings.closeSession(data.as(convener), id);
		await meetings.startReview(data.as(convener), id);
	}
	const objected = { block: 'p1', body: '是西侧' };
	succeeded(await meetings.objectToMinutes(data.as(resident), planned.review, objected));
	const ends = await wordsIn(data, (await row(planned.review)).minutesDocumentId!);
	const remark = { start: fromBase64(ends.start), end: fromBase64(ends.end), annotation: '哪一侧' };
	const annotation = expectOk(await meetings.annotateMinutes(data.as(convener), planned.review, remark));
	await data.travelTo(day('11-16'));
	await sweepClocks(data);
	expectOk(await meetings.sealMinutes(data.as(convener), planned.sealed));
	const work = { title: '划线', dueOn: '2026-12-30' };
	const assignee = { organisationId: town.parties['property-company'], personId: null };
	const task = expectOk(await meetings.raiseTask(data.as(convener), planned.sealed, 'p1', { ...work, assignee }));
	succeeded(await requestResidence(data.as(stranger), { community: COMMUNITY, address: '1号楼' }));
	succeeded(await requestOwnership(data.as(resident), { unitId: town.homes[3]!.unitId, evidence: '京房1' }));
	const seen = { visible: undefined, about: null, seen: undefined };
	const matter = { what: 'rubbish' as const, description: '垃圾三天没有清', building: town.buildingId, place: '东门' };
	const reported = await reportCase(data.as(resident), COMMUNITY, { ...matter, ...seen }, [photo()]);

	await data.travelTo(day('11-18'));
	await sweepClocks(data);

	const text = {
		title: '停水通知',
		body: '明天上午停水。',
		table: '',
		pinnedUntil: null,
		occurredOn: null,
		correctionNote: ''
	};
	const beginNotice = async (): Promise<string> => {
		const input = { ...text, organisationId: town.parties['residents-committee'], what: null };
		return expectOk(await disclosure.draftDisclosure(data.as(people.publisher!), input, [photo()])).id;
	};
	const inReview = async (): Promise<string> => {
		const id = await beginNotice();
		const checked = { basis: 'none' as const, attachmentsChecked: 'yes' as const };
		succeeded(await disclosure.submitForReview(data.as(people.publisher!), id, checked, []));
		return id;
	};
	const notice = await inReview();
	succeeded(await disclosure.publishDisclosure(data.as(people.reviewer!), notice));
	const said = await addComment(data.as(resident), ['disclosure', notice], {
		comment: '几点来水?',
		commentOn: undefined,
		commentFor: undefined
	});
	const [noticeFile] = await data.db.select().from(attachment).where(eq(attachment.subjectId, notice));
	const community = { id: town.communityId, code: COMMUNITY };
	const propose = async (title: string) => {
		const words = { title, body: '没处坐', place: null };
		return expectOk(await proposals.writeProposal(data.as(resident), community, words));
	};
	const proposal = await propose('路灯');
	succeeded(await proposals.setNeeded(data.as(convener), community, 1));
	const ready = await propose('充电棚');
	succeeded(await proposals.supportProposal(data.as(people.owner), ready));
	const staff = await town.appoint('临时', 'service-station', 'delegate');
	await data.db.insert(credential).values({ personId: staff.personId, login: 'linshi' });
	const [appointment] = await data.db.select().from(membership).where(eq(membership.personId, staff.personId));

	const entryId = async (who: keyof typeof people, vote: string) =>
		expectOk(await votes.voteDetail(data.as(people[who]!), vote)).own[0]?.id ?? newId();
	const [file] = await data.db.select({ id: attachment.id }).from(attachment).where(eq(attachment.subjectType, 'case'));
	const [request] = await data.db.select({ id: signUpRequest.id }).from(signUpRequest);
	const [claim] = await data.db.select({ id: ownership.id }).from(ownership).where(eq(ownership.state, 'requested'));
	const list = { name: '名单.csv', bytes: Buffer.from('备注') };
	const uploaded = expectOk(await uploadRegister(data.as(people['entry-clerk']!), COMMUNITY, list));
	const names = {
		...{ district: DISTRICT, street: STREET, community: COMMUNITY, building: town.buildingId },
		...{ 'residents-committee': town.parties['residents-committee'], company: town.parties['property-company'] },
		...{ unit: town.homes[4]!.unitId, household: town.homes[0]!.householdId, resident: resident.personId },
		collecting: await call('征集', day('12-12')),
		...planned,
		task: task.id,
		draft: await draftVote(day('11-20'), day('11-30')),
		...{ counting, paper: paper!.id },
		...{ open, published, entry: await entryId('household-representative', open) },
		case: expectOk(reported).number,
		photo: signedLink(file!.id, day('11-18')),
		...{ annotation, ...ends, image },
		...{ objection: (await data.db.select().from(objection))[0]!.id },
		'vote-objection': (await data.db.select().from(voteObjection))[0]!.id,
		...{ request: request!.id, claim: claim!.id },
		...{
			notice,
			'notice-file': noticeFile!.id,
			'notice-draft': await beginNotice(),
			'notice-in-review': await inReview()
		},
		comment: expectOk(said),
		...{ proposal, 'proposal-ready': ready },
		import: uploaded.importId,
		...{ staff: staff.personId, 'staff-membership': appointment!.id },
		...{ station: town.parties['service-station'], 'property-area': town.propertyAreaId },
		unknown: newId()
	};
	return { town, people, names };
}
export type Scene = Awaited<ReturnType<typeof plantScene>>;

/** Where the paragraph of the minutes begins and ends, as an editor says it. */
async function wordsIn(data: TestDatabase, documentId: string): Promise<{ start: string; end: string }> {
	const { doc } = (await readDocument(data.db, documentId))!;
	const text = (minutesFragment(doc).get(1) as Y.XmlElement).get(0) as Y.XmlText;
	const at = (place: number) =>
		toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, place, -1)));
	return { start: at(0), end: at(text.length) };
}
