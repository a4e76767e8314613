import type { CommunityKind } from '#lib/domain/community/hierarchy.ts';
import type { PartyKind, Role } from '#lib/domain/shared/roles.ts';
import { m } from './paraglide/messages.js';

const KINDS: Record<CommunityKind, () => string> = {
	compound: m.community_kind_compound,
	'old-estate': m.community_kind_old_estate,
	'commercial-estate': m.community_kind_commercial_estate,
	'urban-fringe': m.community_kind_urban_fringe,
	village: m.community_kind_village
};

const PARTIES: Record<PartyKind, () => string> = {
	'party-committee': m.community_party_party_committee,
	'residents-committee': m.community_party_residents_committee,
	'service-station': m.community_party_service_station,
	'owners-committee': m.community_party_owners_committee,
	'property-company': m.community_party_property_company,
	'social-organisation': m.community_party_social_organisation,
	'street-office': m.community_party_street_office,
	'district-centre': m.community_party_district_centre,
	'dispatched-agency': m.community_party_dispatched_agency,
	'supervisory-committee': m.community_party_supervisory_committee
};

const ROLES: Record<Role, () => string> = {
	'residents-representative': m.community_role_residents_representative,
	'party-member': m.community_role_party_member,
	convener: m.community_role_convener,
	recorder: m.community_role_recorder,
	chair: m.community_role_chair,
	publisher: m.community_role_publisher,
	reviewer: m.community_role_reviewer,
	'entry-clerk': m.community_role_entry_clerk,
	supervisor: m.community_role_supervisor,
	'event-organiser': m.community_role_event_organiser,
	'grid-worker': m.community_role_grid_worker,
	dispatcher: m.community_role_dispatcher,
	handler: m.community_role_handler,
	verifier: m.community_role_verifier,
	caller: m.community_role_caller,
	leader: m.community_role_leader,
	delegate: m.community_role_delegate,
	'system-administrator': m.community_role_system_administrator,
	'security-administrator': m.community_role_security_administrator,
	'audit-administrator': m.community_role_audit_administrator
};

/** 老旧小区, 商品房 … */
export const communityKindName = (kind: CommunityKind): string => KINDS[kind]();

/** 社区居委会, 物业公司 … */
export const partyKindName = (kind: PartyKind): string => PARTIES[kind]();

/** 召集人, 网格员 … */
export const roleName = (role: Role): string => ROLES[role]();

/** 居委会 in a community, 村委会 in a village: what neighbours call the body of their self-government. */
export const committeeName = (kind: CommunityKind | null): string =>
	kind === 'village' ? m.community_committee_village() : m.community_committee();

/** 居民委员会, 村民委员会: as a letter is signed. */
export const committeeFullName = (kind: CommunityKind | null): string =>
	kind === 'village' ? m.community_committee_village_full() : m.community_committee_full();
