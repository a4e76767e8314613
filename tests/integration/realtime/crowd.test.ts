import { proveCrowd } from '../../support/collab-crowd.ts';

/** `npm run test:proofs` lets them write more. */
proveCrowd(1);
