import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { describeError } from './log.ts';

test('a failed statement is logged without the values in it', () => {
	const cause = Object.assign(new Error('duplicate key value violates unique constraint "one_person_per_phone"'), {
		code: '23505',
		constraint_name: 'one_person_per_phone',
		detail: 'Key (phone)=(13800000000) already exists.'
	});
	const said = describeError(new DrizzleQueryError('insert into person values ($1)', ['王秀英', '13800000000'], cause));
	expect(said).toMatchObject({ code: '23505', constraint_name: 'one_person_per_phone' });
	expect(JSON.stringify(said)).not.toMatch(/13800000000|王秀英/);
});
