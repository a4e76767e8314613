import { proveRevocation } from '../../support/collab-revocation.ts';

/** `npm run test:proofs` does it more often. */
proveRevocation(4);
