import * as v from 'valibot';
import { expect, test } from 'vitest';
import { parseForm } from './form.ts';

test('a NUL in a field, which no database takes, is left out; lists are cleaned one by one', () => {
	const data = new FormData();
	data.append('login', 'ju\0wei');
	for (const tag of ['a\0', 'b']) data.append('tags', tag);
	const schema = v.object({ login: v.string(), tags: v.array(v.string()) });
	expect(parseForm(schema, data)).toEqual({ ok: true, value: { login: 'juwei', tags: ['a', 'b'] } });
});
