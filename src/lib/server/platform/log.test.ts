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

test('an object that looks like an error is told as one, anything else by its type alone', () => {
	const { code, message } = Object.assign(new Error('the database is shut'), { code: '55000' });
	expect(describeError({ code, message, queue: 'retention', detail: '13800000000' })).toEqual(
		expect.objectContaining({ code: '55000', message: 'the database is shut' })
	);
	expect(JSON.stringify(describeError({ message, detail: '13800000000' }))).not.toContain('13800000000');
	expect(describeError('13800000000')).toEqual({ message: 'string' });
});
