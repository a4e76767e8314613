import { clerk, clerks, type Line } from './line.ts';

/** The register of households, its requests and letters. */
export const REGISTER: readonly Line[] = [
	['/desk/people', 'GET', clerks],
	['/desk/people/households/[id]', 'GET', clerk],
	[
		...(['/desk/people/households/[id]', 'representative', clerk] as const),
		{ form: { householdId: '{household}', nomineeId: '{resident}' } }
	],
	['/desk/people/households/[id]', 'letter', clerk],
	['/desk/people/households/[id]', 'phone', clerk, { form: { personId: '{resident}', reason: '核对' } }],
	['/desk/people/import', 'GET', clerks],
	['/desk/people/import', 'default', clerks],
	['/desk/people/import/[id]', 'GET', clerk],
	['/desk/people/import/[id]', 'default', clerk],
	['/desk/people/import/template.csv', 'GET', clerks],
	['/desk/people/letters', 'GET', clerks],
	['/desk/people/letters', 'default', clerk, { form: { buildingId: '{building}' } }],
	['/desk/people/letters/print', 'GET', clerk, { at: '/desk/people/letters/print?household={household}' }],
	['/desk/people/ownership', 'GET', clerks],
	[
		...(['/desk/people/ownership', 'default', clerk] as const),
		{ form: { id: '{claim}', decision: 'approve', evidence: '京房1' } }
	],
	['/desk/people/requests', 'GET', clerks],
	[
		...(['/desk/people/requests', 'request', clerk] as const),
		{ form: { id: '{request}', decision: 'refuse', reason: '查无此户' } }
	],
	[
		...(['/desk/people/requests', 'letter', clerk] as const),
		{ form: { id: '{unknown}', decision: 'approve' }, spare: true }
	]
];
