import type { IncomingMessage } from 'node:http';
import { and, eq, inArray } from 'drizzle-orm';
import { within, type Actor, type Person } from '#lib/domain/shared/actor.ts';
import type { Database, Db } from '../db/client.ts';
import { area, organisation } from '../db/schema/index.ts';
import {
	findDocument,
	readAccessMarks,
	type AccessMarks,
	type DocumentHeader,
	type DocumentKind,
	type DocumentRole
} from '../platform/documents/index.ts';
import type { Identity } from './presence.ts';

/** What a socket may do in one document, and as whom. */
export interface Access {
	role: DocumentRole;
	personId: string | null;
	identity: Identity;
	/** For role `none`: `sign-in` where signing in may help, else `no-access`. */
	reason: 'sign-in' | 'no-access';
	currentSchema: number;
	/** Of the moment before the rights were asked for. */
	marks: AccessMarks;
}

export interface Authority {
	database: Database;
	/** Who acts with the cookies of this request; null for a visitor. */
	authenticate(cookies: string | undefined): Promise<Actor>;
	documentKind(kind: string): DocumentKind | undefined;
}

const NOBODY: Identity = { name: '', party: null, color: '#565e66' };

/**
 * Asks who it is and what the document's policy allows them. Where there is no such document the answer is the same as
 * where it is none of theirs. A visitor, and anybody in a sealed document, reads at most.
 */
export async function authorize(
	authority: Authority,
	documentId: string,
	cookies: string | undefined
): Promise<Access> {
	const { database } = authority;
	const first = await authority.authenticate(cookies);
	const marks = await readAccessMarks(database.db, documentId, first?.personId ?? null);
	// asked again behind the marks, so that no change slips in between
	const [actor, document] = await Promise.all([
		first && authority.authenticate(cookies),
		findDocument(database.db, documentId)
	]);
	const kind = document && authority.documentKind(document.kind);
	const asked = kind ? await kind.role({ database, actor }, document) : 'none';
	const mayWrite = actor !== null && document?.sealedAt === null;
	return {
		role: asked === 'none' || mayWrite ? asked : 'read',
		personId: actor?.personId ?? null,
		identity: actor && document && asked !== 'none' ? await identify(database.db, actor, document) : NOBODY,
		reason: actor ? 'no-access' : 'sign-in',
		currentSchema: kind?.currentSchema ?? 0,
		marks
	};
}

/** The name, and the party that the person is appointed in nearest to the document's area. */
async function identify(db: Db, person: Person, document: DocumentHeader): Promise<Identity> {
	const organisationIds = person.memberships.map((membership) => membership.organisationId);
	const [place] = await db.select({ code: area.code }).from(area).where(eq(area.id, document.areaId));
	const parties =
		organisationIds.length === 0
			? []
			: await db
					.select({ id: organisation.id, name: organisation.name })
					.from(organisation)
					.where(and(inArray(organisation.id, organisationIds)));
	const [nearest] = person.memberships
		.filter((membership) => place && within(place.code, membership.areaCode))
		.sort((a, b) => b.areaCode.length - a.areaCode.length);
	return {
		name: person.name,
		party: parties.find((party) => party.id === nearest?.organisationId)?.name ?? null,
		color: colorOf(person.personId)
	};
}

/** Dark enough for white letters on it (4.5:1). */
const COLORS = ['#0e5a4b', '#1b5a94', '#7a4f00', '#8a2a6b', '#5b3f9e', '#9a3412', '#3f6212', '#155e75'];

const colorOf = (personId: string): string =>
	COLORS[[...personId].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) >>> 0, 7) % COLORS.length]!;

/**
 * Does the request come from our own pages? Browsers always send Origin with a web socket. Where ORIGIN is not set the
 * page's host is the one that it was reached by, as for form posts.
 */
export function isOwnOrigin(request: IncomingMessage, configured: string | undefined): boolean {
	const { origin, host } = request.headers;
	if (!origin) return false;
	if (configured) return origin === new URL(configured).origin;
	return origin === `http://${host}` || origin === `https://${host}`;
}
