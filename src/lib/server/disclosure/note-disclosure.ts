import { eq } from 'drizzle-orm';
import { area, disclosureStep } from '../db/schema/index.ts';
import { tellSources } from '../links/index.ts';
import { notify } from '../notifications/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { seriesOf, type DisclosureRow } from './load-disclosure.ts';

type Step = typeof disclosureStep.$inferSelect.step;

/** The desk's own record of a step, its audit row, and the news for open pages. */
export async function noteDisclosure(
	a: Act,
	row: DisclosureRow,
	step: Step,
	note: string | null = null
): Promise<void> {
	await a.db.insert(disclosureStep).values({
		id: newId(),
		disclosureId: row.id,
		step,
		personId: a.actor!.personId,
		note,
		at: a.now
	});
	await a.audit({
		act: `disclosure.${step}`,
		subject: ['disclosure', row.id],
		areaId: row.communityId,
		organisationId: row.organisationId,
		data: { version: row.version }
	});
	await a.emit({ topic: `disclosure:${row.id}`, kind: step, areaId: row.communityId });
	if (step === 'publish' || step === 'withdraw') {
		await tellSources(a, 'disclosure', seriesOf(row), row.communityId);
		await a.emit({ topic: `disclosures:${row.communityId}`, kind: step, areaId: row.communityId });
		if (row.firstId) await a.emit({ topic: `disclosure:${seriesOf(row)}`, kind: step, areaId: row.communityId });
	}
}

/** Tells people of a step; they are led to the desk, or to the public page once it is published. */
export async function tellOf(
	a: Act,
	row: DisclosureRow,
	kind: 'disclosure.submitted' | 'disclosure.sent-back' | 'disclosure.published' | 'disclosure.withdrawn',
	personIds: readonly string[]
): Promise<void> {
	const atDesk = kind === 'disclosure.submitted' || kind === 'disclosure.sent-back';
	const [community] = await a.db.select({ code: area.code }).from(area).where(eq(area.id, row.communityId));
	await notify(a, {
		personIds,
		areaId: row.communityId,
		kind,
		subject: ['disclosure', row.id],
		params: { title: row.title },
		href: atDesk ? `/desk/disclosures/${row.id}` : `/c/${community!.code}/disclosures/${row.id}`
	});
}
