import type { Unit } from '#lib/domain/cases/case.ts';
import type { CaseCommand } from '#lib/domain/cases/commands.ts';
import type { Category } from '#lib/domain/cases/categories.ts';
import { need, type World } from '../../world.ts';
import { partyOf } from '../actors.ts';
import type { PlayedCase } from './played-case.ts';
import type { Told } from './story.ts';

/** What the demo tells, as the command the rules take. */
export function commandOf(
	world: World,
	played: PlayedCase,
	told: Told,
	actorId: string | null,
	lookUp: { categories: ReadonlyMap<string, Category>; cases: ReadonlyMap<string, PlayedCase>; at: Date }
): CaseCommand {
	const { facts } = played;
	const unit = (slot: string): Unit => {
		const { id, kind, areaCode } = partyOf(world, facts.communityCode, slot);
		return { organisationId: id, kind, areaCode };
	};
	switch (told.act) {
		case 'accept':
			return {
				act: 'accept',
				class: told.class ?? facts.class,
				category: told.category ? need(lookUp.categories, told.category) : facts.category
			};
		case 'dispatch':
			return { act: 'dispatch', unit: unit(told.unit) };
		case 'uphold':
		case 'send-down':
			return { ...told, unit: unit(told.unit) };
		case 'merge': {
			const master = need(lookUp.cases, told.master);
			const { toState } = master.entries.findLast(({ at }) => at <= lookUp.at)!;
			const state = toState as PlayedCase['facts']['state'];
			return { act: 'merge', master: { id: master.id, state, categoryCode: master.facts.category.code, metres: 0 } };
		}
		case 'follow':
			return { act: 'follow', unit: need(lookUp.cases, told.master).facts.unit };
		case 'sign':
			return { act: 'sign', handlerId: actorId! };
		case 'ask-extension':
			return { act: 'ask-extension', minutes: told.hours * 60, reason: told.reason };
		case 'whistle':
			return { ...told, departments: told.departments.map((slot) => unit(slot).organisationId) };
		case 'report-in':
			return { act: 'report-in', department: unit(told.department).organisationId };
		case 'finish':
			return { ...told, photos: facts.category.physical ? 1 : 0 };
		default:
			return told;
	}
}
