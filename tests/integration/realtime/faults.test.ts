import { FAULTS, proveFaults } from '../../support/collab-fault-rounds.ts';

/** `npm run test:proofs` does more, and many times more often. */
proveFaults(2, FAULTS);
