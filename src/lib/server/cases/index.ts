export { advanceCase, advanceWithin } from './advance-case.ts';
export {
	BOARD_VIEWS,
	deskBoard,
	desksOf,
	myCases,
	PAGE,
	publicCases,
	unitWork,
	type Board,
	type BoardView
} from './boards.ts';
export { casePage, type CasePage } from './case-page.ts';
export { actChoices, bodiesToComplainAbout, buildingsOf } from './form-choices.ts';
export { raiseCase, type SourceRef } from './raise-case.ts';
export { registerCases } from './register.ts';
export { reportCase } from './report-case.ts';
export { onCaseSource, type CaseSource } from './sources.ts';
export { caseStatesOf } from './states-of.ts';
export { casesWaitingFor } from './waiting.ts';
