export { beginChoices } from './begin-choices.ts';
export { publicContent } from './content-of.ts';
export { correctDisclosure } from './correct-disclosure.ts';
export {
	deskDisclosure,
	disclosuresToReview,
	organisationsToPublishFor,
	ownDisclosures,
	type DeskDisclosure,
	type DeskLine
} from './desk-queries.ts';
export { disclosuresFrom, type DisclosureBeside } from './disclosures-from.ts';
export { discardDraft, draftDisclosure, editDraft } from './draft-disclosure.ts';
export { fileOf, openDisclosures } from './open-data.ts';
export { dutiesIn, ownDuties, type DutyLine } from './duties.ts';
export { publishedFrom, publishFromSource } from './publish-from-source.ts';
export {
	disclosurePage,
	listDisclosures,
	publishersIn,
	seriesIdOf,
	type DisclosureLine,
	type DisclosurePage
} from './queries.ts';
export { registerDisclosure } from './register.ts';
export { publishDisclosure, sendBack } from './review-disclosure.ts';
export { onDisclosureSource, type DisclosureSource, type PendingSource, type SourcesOf } from './sources.ts';
export { submitForReview } from './submit-for-review.ts';
export { withdrawDisclosure } from './withdraw-disclosure.ts';
