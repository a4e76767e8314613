import { queueCounts, ownRegisters } from '#lib/server/identity/index.ts';
import { opened } from '#lib/i18n/opened.ts';
import { chosenRegister } from './register.server.ts';
import type { LayoutServerLoad } from './$types.ts';

export const load: LayoutServerLoad = async ({ locals, url }) => {
	const register = await chosenRegister({ locals, url });
	const registers = opened(await ownRegisters(locals.ctx), url);
	return { register, registers, counts: opened(await queueCounts(locals.ctx, register.code), url) };
};
