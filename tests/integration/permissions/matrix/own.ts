import { only, signedIn, type Line } from './line.ts';

/** One’s own: messages, homes, account. */
export const OWN: readonly Line[] = [
	['/me', 'GET', signedIn],
	['/me/messages', 'GET', signedIn],
	['/me/messages', 'read-all', signedIn],
	['/me/messages', 'open', signedIn, { form: { id: '{unknown}' }, spare: true }],
	['/me/cases', 'GET', signedIn],
	['/me/homes', 'GET', signedIn],
	['/me/homes', 'representative', only('resident'), { form: { householdId: '{household}', nomineeId: '{resident}' } }],
	['/me/homes/ownership', 'GET', signedIn],
	['/me/homes/ownership', 'default', signedIn, { form: { unitId: '{unit}', evidence: '合同1' } }],
	['/me/account', 'GET', signedIn],
	['/me/account', 'revoke', signedIn, { form: { id: '0'.repeat(64) }, spare: true }],
	['/me/account', 'withdraw', signedIn, { spare: true }],
	['/me/account', 'erase', signedIn, { form: { sure: 'yes' }, spare: true }],
	['/me/account/export', 'GET', signedIn],
	['/me/account/password', 'GET', signedIn],
	['/me/account/password', 'default', signedIn, { form: { current: 'x', password: 'y', again: 'z' } }],
	['/me/account/second-factor', 'GET', signedIn],
	['/me/account/second-factor', 'default', signedIn, { form: { secret: 'AAAA', code: '000000' } }]
];
