import { proveFaults } from '../../support/collab-fault-rounds.ts';

proveFaults(2);
