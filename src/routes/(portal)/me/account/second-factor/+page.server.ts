import { renderSVG } from 'uqr';
import { nextPath } from '#lib/domain/identity/next-path.ts';
import { secondFactorForm } from '#lib/domain/identity/sign-in.schema.ts';
import { opened } from '#lib/i18n/opened.ts';
import { submit } from '#lib/i18n/submit.ts';
import { enrolSecondFactor, newSecondFactor, ownAccount, spellSecret } from '#lib/server/identity/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	const account = opened(await ownAccount(locals.ctx, locals.sessionId), url);
	setHeaders({ 'cache-control': 'no-store' });
	if (account.hasSecondFactor || !account.login) return { enrolled: account.hasSecondFactor, fresh: null };
	const { secret, uri } = newSecondFactor(account.login);
	return { enrolled: false, fresh: { secret, spelled: spellSecret(secret), qr: renderSVG(uri, { border: 2 }) } };
};

export const actions: Actions = {
	default: ({ locals, request, url }) =>
		submit(request, secondFactorForm, new URL(nextPath(url.searchParams.get('next'), url.pathname), url), (input) =>
			enrolSecondFactor(locals.ctx, input, locals.sessionId)
		)
};
