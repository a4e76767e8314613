import { refuse, ok, type Result } from '../shared/result.ts';

export type MeetingState =
	'draft' | 'collecting' | 'convened' | 'in-session' | 'closed' | 'sealed' | 'disclosed' | 'cancelled';

/** Of the minutes: recorders write → the chair's text → attendees object → sealed. */
export type MinutesPhase = 'live' | 'chair' | 'review' | 'sealed';

export type MeetingCommand = 'collect' | 'convene' | 'open' | 'close' | 'start-review' | 'seal' | 'disclose' | 'cancel';

interface Step {
	from: readonly MeetingState[];
	/** Phase the minutes must be in, where it matters. */
	phase?: MinutesPhase;
	to: { state: MeetingState; phase: MinutesPhase | null };
}

/** The life of a meeting, row by row. */
const STEPS: Record<MeetingCommand, Step> = {
	collect: { from: ['draft'], to: { state: 'collecting', phase: null } },
	convene: { from: ['collecting'], to: { state: 'convened', phase: null } },
	open: { from: ['convened'], to: { state: 'in-session', phase: 'live' } },
	close: { from: ['in-session'], phase: 'live', to: { state: 'closed', phase: 'chair' } },
	'start-review': { from: ['closed'], phase: 'chair', to: { state: 'closed', phase: 'review' } },
	seal: { from: ['closed'], phase: 'review', to: { state: 'sealed', phase: 'sealed' } },
	disclose: { from: ['sealed'], phase: 'sealed', to: { state: 'disclosed', phase: 'sealed' } },
	cancel: { from: ['draft', 'collecting', 'convened'], to: { state: 'cancelled', phase: null } }
};

/** The state and phase a command leads to. Refusal: `meetings.not-now`. */
export function advance(
	meeting: { state: MeetingState; phase: MinutesPhase | null },
	command: MeetingCommand
): Result<Step['to']> {
	const step = STEPS[command];
	const fits = step.from.includes(meeting.state) && (!step.phase || step.phase === meeting.phase);
	return fits ? ok(step.to) : refuse('meetings.not-now');
}

/** Commands that the state allows, in the order of a meeting's life; `cancel` last. */
export function possibleCommands(meeting: { state: MeetingState; phase: MinutesPhase | null }): MeetingCommand[] {
	return (Object.keys(STEPS) as MeetingCommand[]).filter((command) => advance(meeting, command).ok);
}

/** Minutes are sealed for good: corrections are a new, linked corrigendum. */
export function isSealed(meeting: { state: MeetingState }): boolean {
	return meeting.state === 'sealed' || meeting.state === 'disclosed';
}
