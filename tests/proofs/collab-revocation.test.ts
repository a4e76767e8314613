import { proveRevocation } from '../support/collab-revocation.ts';

/** FAULT_ROUNDS: how often a right is taken away. */
proveRevocation(Number(process.env.FAULT_ROUNDS ?? 20));
