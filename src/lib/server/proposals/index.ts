export { declineProposal, placeProposal, withdrawProposal } from './answer-proposal.ts';
export { proposalsOnAgenda } from './from-proposals.ts';
export { listProposals, proposalPage, proposalsHere, type ProposalLine } from './queries.ts';
export { registerProposals } from './register.ts';
export { setNeeded } from './rule.ts';
export { supportProposal, takeSupportBack } from './support-proposal.ts';
export { writeProposal } from './write-proposal.ts';
