import { ownershipDecisionForm } from '#lib/domain/identity/homes.schema.ts';
import { opened } from '#lib/i18n/opened.ts';
import { decideOwnership, ownershipQueue } from '#lib/server/identity/index.ts';
import { decided } from '../decided.server.ts';
import { chosenRegister } from '../register.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { code } = await chosenRegister({ locals, url });
	return { claims: opened(await ownershipQueue(locals.ctx, code), url) };
};

export const actions: Actions = {
	default: (event) =>
		decided(event, ownershipDecisionForm, (input) =>
			decideOwnership(
				event.locals.ctx,
				input.id,
				input.decision === 'approve'
					? { approve: true, evidence: input.evidence }
					: { approve: false, reason: input.reason }
			)
		)
};
