import { ownRegisters } from '#lib/server/identity/index.ts';
import { opened } from '#lib/i18n/opened.ts';

/** The register that a page of the clerk's desk is about: `?community=`, else the clerk's first. */
export async function chosenRegister({ locals, url }: { locals: App.Locals; url: URL }) {
	const registers = opened(await ownRegisters(locals.ctx), url);
	const wanted = url.searchParams.get('community');
	return registers.find((register) => register.code === wanted) ?? registers[0]!;
}
