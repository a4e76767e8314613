import { only, type Line } from './line.ts';

const administrators = only('system-administrator', 'security-administrator');
/** Sets up areas, parties and houses; the security administrator appoints people and minds their accounts. */
const system = only('system-administrator');
const security = only('security-administrator');
const unit = { entrance: '1', floor: '9', room: '901', squareMetres: '80.00', areaSource: 'register' };
const newcomer = { organisationId: '{residents-committee}', role: 'recorder' };

/** Administration: the three administrators hold nothing in common. */
export const ADMIN: readonly Line[] = [
	['/admin', 'GET', administrators],
	['/admin/areas/[code]', 'GET', administrators],
	['/admin/areas/[code]', 'change', system, { form: { name: '甲社区' } }],
	['/admin/areas/[code]', 'below', system, { at: '/admin/areas/{street}', form: { digits: '009', name: '新社区' } }],
	['/admin/areas/[code]', 'party', system, { form: { partyKind: 'social-organisation', name: '合唱队' } }],
	['/admin/areas/[code]', 'propertyArea', system, { form: { name: '乙小区' } }],
	['/admin/areas/[code]', 'grid', system, { form: { name: '第九网格' } }],
	['/admin/parties/[id]', 'GET', administrators],
	['/admin/parties/[id]', 'change', system, { form: { name: '服务站' } }],
	['/admin/parties/[id]', 'dissolve', system, { form: { sure: 'yes' }, spare: true }],
	['/admin/property-areas/[id]', 'GET', system],
	['/admin/property-areas/[id]', 'change', system, { form: { name: '甲小区' } }],
	['/admin/property-areas/[id]', 'building', system, { form: { name: '9号楼' } }],
	['/admin/buildings/[id]', 'GET', system],
	['/admin/buildings/[id]', 'change', system, { form: { name: '1号楼' } }],
	['/admin/buildings/[id]', 'unit', system, { form: unit }],
	['/admin/buildings/[id]', 'changeUnit', system, { form: { unitId: '{unit}', ...unit } }],
	['/admin/staff', 'GET', administrators],
	['/admin/staff/[id]', 'GET', administrators],
	['/admin/staff/new', 'GET', administrators],
	['/admin/staff/new', 'account', security, { form: { name: '新人', login: 'newcomer', ...newcomer } }],
	['/admin/staff/new', 'phone', security, { form: { phone: '13900000000', ...newcomer } }],
	['/admin/staff/new', 'person', security, { at: '/admin/staff/new?person={staff}', form: newcomer }],
	['/admin/staff/[id]', 'link', security],
	['/admin/staff/[id]', 'close', security],
	['/admin/staff/[id]', 'open', security],
	['/admin/staff/[id]', 'end', security, { form: { membershipId: '{staff-membership}', endReason: '调离' } }]
];
