import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';

const UI = 'src/lib/ui';
const componentsIn = (file: string): string[] =>
	[...readFileSync(file, 'utf8').matchAll(/^\s*import .+ from '(?:#lib\/ui|\.)\/(\w+\.svelte)'/gm)].map(
		([, name]) => name!
	);

test('the page of the design system shows every component, by itself or inside another', () => {
	const shown = new Set<string>();
	const show = (name: string): void => {
		if (shown.has(name)) return;
		shown.add(name);
		componentsIn(`${UI}/${name}`).forEach(show);
	};
	for (const page of ['+page.svelte', 'FormsSheet.svelte']) {
		componentsIn(`src/routes/design/${page}`)
			.filter((name) => name !== 'FormsSheet.svelte')
			.forEach(show);
	}
	const all = readdirSync(UI).filter((file) => file.endsWith('.svelte'));
	expect(all.filter((file) => !shown.has(basename(file)))).toEqual([]);
});
