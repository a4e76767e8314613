export { draftVote, editDraft } from './draft-vote.ts';
export { announceVote } from './announce-vote.ts';
export { cancelVote, annulVote } from './cancel-vote.ts';
export { castBallot } from './cast-ballot.ts';
export { objectToVote, answerObjection, type Objection } from './objections.ts';
export { agendaItemForVote, draftChoices, draftValues, type DraftChoices } from './draft-choices.ts';
export {
	listVotes,
	voteDetail,
	voteRecord,
	votesAwaiting,
	votesFromMeeting,
	type OwnEntry,
	type VoteDetail,
	type VoteSummary
} from './queries.ts';
export { registerVotes } from './register.ts';
