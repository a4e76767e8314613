import { renderSVG } from 'uqr';
import { showLetterCode } from '#lib/domain/identity/codes.ts';
import { isId } from '#lib/domain/shared/is-id.ts';
import { refuse } from '#lib/domain/shared/result.ts';
import { opened } from '#lib/i18n/opened.ts';
import { readLetters } from '#lib/server/identity/index.ts';
import type { PageServerLoad } from './$types.ts';

/** The letters of `?building=` or `?household=`, ready for paper. Never kept by a browser or a proxy. */
export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	const buildingId = url.searchParams.get('building') ?? '';
	const householdId = url.searchParams.get('household') ?? '';
	const wanted = isId(buildingId) ? { buildingId } : isId(householdId) ? { householdId } : null;
	const { community, kind, letters } = opened(
		wanted ? await readLetters(locals.ctx, wanted) : refuse('form.not-found'),
		url
	);
	setHeaders({ 'cache-control': 'no-store' });
	return {
		community,
		kind,
		letters: letters.map(({ code, ...letter }) => {
			const address = `${url.origin}/join?code=${code}`;
			return {
				...letter,
				code: showLetterCode(code),
				address: `${url.host}/join`,
				qr: renderSVG(address, { border: 2 })
			};
		})
	};
};
