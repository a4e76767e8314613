import { beforeAll, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { putItem } from '#lib/domain/meetings/agenda-document.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import type { Result } from '#lib/domain/shared/result.ts';
import { meeting } from '#lib/server/db/schema/index.ts';
import * as meetings from '#lib/server/meetings/index.ts';
import { begin } from '#lib/server/platform/act.ts';
import { editDocument } from '#lib/server/platform/documents/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { waitingFor } from '#lib/server/platform/waiting.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { expectOk } from '../../support/votes.ts';

const data = useDatabase();
let town: Town;
let people: Record<'convener' | 'company' | 'resident' | 'neighbour', Person>;
const START = new Date('2026-12-08T19:00:00+08:00');
const after = (days: number) => new Date(START.getTime() + days * 86_400_000);

beforeAll(async () => {
	meetings.registerMeetings();
	town = await plantCommunity(data);
	people = {
		convener: await town.appoint('赵书记', 'residents-committee', ['convener', 'delegate']),
		company: await town.appoint('钱经理', 'property-company', 'delegate'),
		resident: await town.resident('孙阿姨', 0),
		neighbour: await town.appoint('吴代表', 'social-organisation', 'delegate')
	};
});

const succeeded = (result: Result<unknown>) => expect(result).toMatchObject({ ok: true });
/** Title and deadline of what waits for each. */
async function waiting() {
	const found: Record<string, string[]> = {};
	for (const [who, person] of Object.entries(people)) {
		found[who] = (await waitingFor(data.as(person))).map(({ title, dueAt }) =>
			dueAt ? `${title} ${dueAt.toISOString().slice(0, 10)}` : title
		);
	}
	return found;
}

test('a meeting waits for whoever has the next part in it, and for nobody else', async () => {
	await data.travelTo('2026-12-01T10:00:00+08:00');
	const { id } = expectOk(
		await meetings.callMeeting(data.as(people.convener), {
			...{ organisationId: town.parties['residents-committee'], kind: 'co-building', title: '消防通道' },
			...{ place: '活动室', startsAt: START, partyIds: [town.parties['property-company']] }
		})
	);
	const none = { convener: [], company: [], resident: [], neighbour: [] };
	expect(await waiting()).toEqual({
		...none,
		convener: ['定稿议程并发通知：消防通道 2026-12-05'],
		company: ['往议程里加议题：消防通道 2026-12-05']
	});

	const [row] = await data.db.select().from(meeting).where(eq(meeting.id, id));
	const item = { id: newId(), title: '通道', parent: null, order: 'a', minutes: 10, kind: 'discuss' as const };
	await data.db.transaction(async (tx) => {
		await editDocument(await begin(tx, people.convener), row!.agendaDocumentId!, (doc) =>
			putItem(doc, { ...item, proposer: town.parties['property-company'], withdrawnBy: null })
		);
	});
	succeeded(await meetings.conveneMeeting(data.as(people.convener), id));
	expect(await waiting()).toEqual(none);

	await data.travelTo(new Date(START.getTime() - 600_000));
	expect(await waiting()).toEqual({ ...none, convener: ['宣布开会：消防通道 2026-12-08'] });
	succeeded(await meetings.openSession(data.as(people.convener), id));
	const today = ['今天开会：消防通道'];
	expect(await waiting()).toEqual({ ...none, convener: today, company: today, resident: today });
	await meetings.checkIn(data.as(people.resident), id);
	expect(await waiting()).toEqual({ ...none, convener: today, company: today });

	succeeded(await meetings.closeSession(data.as(people.convener), id));
	expect(await waiting()).toEqual({ ...none, convener: ['请与会人核对纪要：消防通道'] });
	succeeded(await meetings.startReview(data.as(people.convener), id));
	expect(await waiting()).toEqual({ ...none, resident: ['核对纪要：消防通道 2026-12-10'] });

	await data.travelTo(after(3));
	expect(await waiting()).toEqual({ ...none, convener: ['封存纪要：消防通道'] });
	succeeded(await meetings.sealMinutes(data.as(people.convener), id));
	const sign = ['签署纪要：消防通道 2026-12-14'];
	expect(await waiting()).toEqual({ ...none, convener: sign, company: sign });
	const signed = { position: '经理', stance: 'agree' as const, text: '' };
	succeeded(
		await meetings.signMinutes(data.as(people.company), id, {
			...signed,
			organisationId: town.parties['property-company']
		})
	);
	expect(await waiting()).toEqual({ ...none, convener: sign });
});
