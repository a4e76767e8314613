import { eq } from 'drizzle-orm';
import { organisation, propertyArea } from '../schema/index.ts';
import { COMMUNITIES } from './data/communities.ts';
import { allParties } from './data/parties.ts';
import { idAt } from './ids.ts';
import { insertRows } from '../insert-rows.ts';
import { need, RECORDS_DAY, type World } from './world.ts';

/** Every party of the mechanism, and which property area each owners' committee and property company serves. */
export async function makeParties(world: World): Promise<void> {
	const createdAt = world.calendar.at(RECORDS_DAY, '00:01');
	let line = 0;
	for (const [code, plans] of allParties(COMMUNITIES)) {
		const area = need(world.areas, code);
		for (const plan of plans) {
			const id = idAt(createdAt, `party/${code}/${plan.slot}`);
			world.parties.set(`${code}/${plan.slot}`, { ...plan, id, areaId: area.id, areaCode: code });
		}
	}
	const rows = [...world.parties.values()].map(({ id, areaId, areaCode, kind, name, duties, field }) => ({
		id,
		areaId,
		kind,
		name,
		duties,
		field,
		phone: `010-1990${2000 + ++line}`,
		address: COMMUNITIES.find((plan) => plan.code === areaCode)?.address,
		createdAt
	}));
	await insertRows(world.db, organisation, rows);
	for (const ground of world.grounds.values()) {
		for (const [index, { id }] of ground.propertyAreas.entries()) {
			const ownersCommitteeId = world.parties.get(`${ground.plan.code}/owners-committee-${index}`)?.id;
			const propertyCompanyId = world.parties.get(`${ground.plan.code}/property-company-${index}`)?.id;
			if (!ownersCommitteeId && !propertyCompanyId) continue;
			await world.db.update(propertyArea).set({ ownersCommitteeId, propertyCompanyId }).where(eq(propertyArea.id, id));
		}
	}
}
