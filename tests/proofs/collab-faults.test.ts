import { FAULTS, MORE_FAULTS, proveFaults } from '../support/collab-fault-rounds.ts';

/** FAULT_ROUNDS: how often everything is killed. */
proveFaults(Number(process.env.FAULT_ROUNDS ?? 20), [...FAULTS, ...MORE_FAULTS]);
