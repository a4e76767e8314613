import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Person } from '#lib/domain/shared/actor.ts';
import type { AdvanceInput } from '#lib/domain/cases/advance.schema.ts';
import type { ReportInput } from '#lib/domain/cases/report.schema.ts';
import { advanceCase, registerCases, reportCase } from '#lib/server/cases/index.ts';
import { loadCase } from '#lib/server/cases/load-case.ts';
import { plantCommunity, COMMUNITY, DISTRICT, STREET } from './community.ts';
import type { TestDatabase } from './database.ts';
import { jpeg } from './files.ts';

export const photo = (name = 'a.jpg') => new File([new Uint8Array(jpeg())], name, { type: 'image/jpeg' });

/** A community with everybody a case needs, and short ways to do things to one. */
export async function plantCaseDesk(data: TestDatabase) {
	process.env.ATTACHMENTS_DIR ??= mkdtempSync(join(tmpdir(), 'case-photos-'));
	registerCases();
	const town = await plantCommunity(data);
	const people = {
		resident: await town.resident('居民赵', 0),
		neighbour: await town.resident('邻居钱', 1),
		communityDesk: await town.appoint('社区调度', 'residents-committee', 'dispatcher', COMMUNITY),
		secondDesk: await town.appoint('社区调度二', 'service-station', 'dispatcher', COMMUNITY),
		streetDesk: await town.appoint('街道调度', 'street-office', 'dispatcher', STREET),
		districtDesk: await town.appoint('区调度', 'district-centre', 'dispatcher', DISTRICT),
		company: await town.appoint('物业处置', 'property-company', 'handler', COMMUNITY),
		companyLeader: await town.appoint('物业经理', 'property-company', 'leader', COMMUNITY),
		agency: await town.appoint('城管队员', 'dispatched-agency', 'handler', STREET),
		streetLeader: await town.appoint('街道主任', 'street-office', 'leader', STREET),
		verifier: await town.appoint('核查员', 'street-office', 'verifier', STREET),
		caller: await town.appoint('回访员', 'street-office', 'caller', STREET)
	} satisfies Record<string, Person>;
	type Who = keyof typeof people;

	const report = async (over: Partial<ReportInput> = {}, who: Who = 'resident', files: File[] = []) => {
		const input: ReportInput = {
			what: 'rubbish',
			description: '东门的垃圾三天没有清',
			building: town.buildingId,
			place: '东门',
			visible: undefined,
			about: null,
			seen: undefined,
			...over
		};
		return reportCase(data.as(people[who]), COMMUNITY, input, files);
	};
	/** Reports and answers the number; a refusal is a bug of the test. */
	const reported = async (over: Partial<ReportInput> = {}, who: Who = 'resident'): Promise<string> => {
		const result = await report(over, who);
		if (!result.ok) throw new Error(result.refusal.code);
		return result.value.number;
	};
	const advance = (who: Who, number: string, input: AdvanceInput, files: File[] = []) =>
		advanceCase(data.as(people[who]), number, input, files);
	/** Does several things in a row; a refusal is a bug of the test. */
	const go = async (number: string, ...steps: [who: Who, input: AdvanceInput, files?: File[]][]) => {
		for (const [who, input, files] of steps) {
			const done = await advance(who, number, input, files);
			if (!done.ok) throw new Error(`${who} ${input.act}: ${done.refusal.code}`);
		}
	};
	const look = async (number: string) => (await loadCase(data.db, { number }))!;
	return { town, people, report, reported, advance, go, look };
}
export type CaseDesk = Awaited<ReturnType<typeof plantCaseDesk>>;

export const ACCEPT: AdvanceInput = { act: 'accept', class: 'C', category: 'event-environment' };
