import { proveCrowd } from '../support/collab-crowd.ts';

proveCrowd(3);
