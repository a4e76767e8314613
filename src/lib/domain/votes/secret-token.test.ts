import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { expect, test } from 'vitest';
import { lockSecrets, newRecoveryCode, readRecoveryCode, unlockSecrets } from './recovery-code.ts';
import { KEY_BITS, prepareDraw, tokenFrom, tokenHolds } from './secret-token.ts';

const PHI = 'ab'.repeat(32);
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: KEY_BITS });
const key = publicKey.export({ format: 'jwk' }).n!;
/** What the portal does: the bare RSA operation on what it cannot read. */
const sign = (blinded: string) =>
	privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, Buffer.from(blinded, 'hex')).toString('hex');

test('a token holds for its vote alone, and shows nothing of what was signed', async () => {
	const secrets = await prepareDraw(key, PHI);
	const signature = sign(secrets.blinded);
	const token = await tokenFrom(key, PHI, secrets, signature);
	expect(await tokenHolds(key, PHI, token)).toBe(true);
	expect(await tokenHolds(key, 'cd'.repeat(32), token)).toBe(false);
	expect(await tokenHolds(key, PHI, { ...token, nonce: 'cd'.repeat(32) })).toBe(false);
	expect(token.signature).not.toBe(signature);
	expect(secrets.blinded).not.toContain(secrets.nonce);
});

test('a signature over anything else is not taken for a token', async () => {
	const [secrets, others] = [await prepareDraw(key, PHI), await prepareDraw(key, PHI)];
	await expect(tokenFrom(key, PHI, secrets, sign(others.blinded))).rejects.toThrow('invalid signature');
});

test('the recovery code opens what it locked, however it is typed; another does not', async () => {
	const secrets = await prepareDraw(key, PHI);
	const code = newRecoveryCode();
	expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
	const bundle = await lockSecrets(code, PHI, secrets);
	expect(bundle).not.toContain(secrets.nonce);
	expect(await unlockSecrets(` ${code.toLowerCase().replaceAll('-', ' ')}`, PHI, bundle)).toEqual(secrets);
	expect(await unlockSecrets(newRecoveryCode(), PHI, bundle)).toBeNull();
	expect(await unlockSecrets('', PHI, bundle)).toBeNull();
});

test.each([
	['7k2m-q0xa-9bcd-efgh', '7K2MQ0XA9BCDEFGH'],
	['OIL0 0000 0000 0000', '0110000000000000'],
	['7K2M', null],
	['7K2M-Q0XA-9BCD-EFGU', null]
])('%s reads as %s', (typed, code) => {
	expect(readRecoveryCode(typed)).toBe(code);
});
