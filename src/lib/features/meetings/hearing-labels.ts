import type { PositionStance } from '#lib/domain/meetings/hearing.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

const STANCES = {
	for: m.meetings_hearing_for,
	against: m.meetings_hearing_against,
	conditions: m.meetings_hearing_conditions
};
/** 同意, 不同意, 有条件同意. */
export const positionLabel = (stance: PositionStance, options?: { locale: 'zh-CN' | 'en' }): string =>
	STANCES[stance]({}, options);
export const positionOptions = () =>
	(Object.keys(STANCES) as PositionStance[]).map((value) => ({ value, label: positionLabel(value) }));
export const positionTone = (stance: PositionStance): 'ok' | 'due' | 'late' =>
	(({ for: 'ok', conditions: 'due', against: 'late' }) as const)[stance];

/** 3:05, as a clock runs. */
export function clockText(milliseconds: number): string {
	const seconds = Math.floor(milliseconds / 1_000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
