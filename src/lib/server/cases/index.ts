export { advanceCase, advanceWithin } from './advance-case.ts';
export { BOARD_VIEWS, deskBoard, myCases, PAGE, publicCases, unitWork, type Board, type BoardView } from './boards.ts';
export { casePage, type CasePage, type TimelineEntry } from './case-page.ts';
export {
	bodiesToComplainAbout,
	buildingsOf,
	categories,
	departmentsToWhistle,
	mastersFor,
	unitsToDispatch
} from './form-choices.ts';
export type { CaseLine } from './lines.ts';
export { raiseCase, type SourceRef } from './raise-case.ts';
export { registerCases } from './register.ts';
export { reportCase } from './report-case.ts';
export { onCaseSource, type CaseSource } from './sources.ts';
export { caseStatesOf, type CaseBeside } from './states-of.ts';
export { casesWaitingFor } from './waiting.ts';
