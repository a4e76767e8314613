import { beforeAll, describe, expect, it } from 'vitest';
import { COMMUNITY, plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';

const test = useDatabase();
let town: Town;
beforeAll(async () => {
	town = await plantCommunity(test);
});

describe('an actor is what the register says at that moment', () => {
	it('carries appointments with the kind of party and the code of the area', async () => {
		const clerk = await town.appoint('赵一', 'residents-committee', ['convener', 'recorder']);
		expect(clerk.memberships).toEqual([
			{
				role: 'convener',
				organisationId: town.parties['residents-committee'],
				organisationKind: 'residents-committee',
				areaCode: COMMUNITY
			},
			{
				role: 'recorder',
				organisationId: town.parties['residents-committee'],
				organisationKind: 'residents-committee',
				areaCode: COMMUNITY
			}
		]);
	});

	it('keeps residence and ownership apart', async () => {
		const tenant = await town.resident('钱二', 0);
		const landlord = await town.resident('孙三', 0, { owner: true, lives: false });
		expect([tenant.residencies.length, tenant.ownerships.length]).toEqual([1, 0]);
		expect([landlord.residencies.length, landlord.ownerships.length]).toEqual([0, 1]);
	});
});
