import type { Actor } from '#lib/domain/shared/actor.ts';
import type { Context } from '#lib/server/platform/context.ts';

declare global {
	namespace App {
		interface Locals {
			/** Who asks; null for a visitor. */
			actor: Actor;
			/** What use-cases and queries take: database and actor. */
			ctx: Context;
			/** SHA-256 of the session's token, for listing and revoking; null for a visitor. */
			sessionId: string | null;
			requestId: string;
			/** A secret ballot leaves no line in the log. */
			unlogged?: boolean;
			display: 'standard' | 'elder' | 'elder-xl';
		}
		interface PageData {
			/** The district, street or community that the page is of: names the frame, aims its tabs. */
			place?: { code: string; name: string };
		}
		interface Error {
			message: string;
			requestId?: string;
		}
	}
}
