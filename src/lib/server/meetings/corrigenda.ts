import { and, asc, eq, inArray } from 'drizzle-orm';
import { applyMasks } from '#lib/domain/disclosure/masks.ts';
import { scan, type Decided } from '#lib/domain/disclosure/personal-data.ts';
import { meetingPolicy } from '#lib/domain/meetings/meetings.policy.ts';
import type { CorrigendumContent } from '#lib/domain/meetings/sealed-content.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { publishedFrom } from '../disclosure/index.ts';
import { corrigendum, corrigendumSignature, person } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import { loadMeeting } from './load-meeting.ts';
import { partiesOf } from './queries.ts';

/**
 * Corrections of sealed minutes, in order, with what each party signed; for those who may read the minutes. Others than
 * those who were there or invited see them with personal data masked: as decided when the minutes were published, and
 * whatever else a scan finds, since nobody has looked at these words yet.
 */
export async function corrigendaOf(ctx: Context, meetingId: string) {
	const { db } = ctx.database;
	const loaded = await loadMeeting(db, meetingId);
	if (!loaded || !meetingPolicy(ctx.actor, 'read-minutes', loaded.facts).ok) return [];
	const rows = await db
		.select()
		.from(corrigendum)
		.where(eq(corrigendum.meetingId, meetingId))
		.orderBy(asc(corrigendum.number));
	if (rows.length === 0) return [];
	const mask = await maskFor(ctx, meetingId, loaded.facts);
	const parties = (await partiesOf(ctx, [meetingId])).get(meetingId) ?? [];
	const ids = rows.map((row) => row.id);
	const signatures = await db
		.select({ signature: corrigendumSignature, signer: person.name })
		.from(corrigendumSignature)
		.innerJoin(person, eq(person.id, corrigendumSignature.personId))
		.where(inArray(corrigendumSignature.corrigendumId, ids));
	return rows.map((row) => ({
		...{ id: row.id, number: row.number, block: row.block, at: row.sealedAt, hash: row.sealedHash },
		...{ quoted: mask(row.quoted), corrected: mask(row.corrected), reason: mask(row.reason) },
		issuer: (row.sealedContent as unknown as CorrigendumContent).issuedBy,
		parties: parties.map(({ id, name }) => ({
			id,
			name,
			mine: !!ctx.actor?.memberships.some((m) => m.organisationId === id && m.role === 'delegate'),
			signature: signatures
				.filter(({ signature }) => signature.corrigendumId === row.id && signature.organisationId === id)
				.map(({ signature: { stance, text, position, late, at }, signer }) => ({
					...{ stance, text, position, signer, late, at }
				}))[0]
		}))
	}));
}

async function maskFor(ctx: Context, meetingId: string, facts: Parameters<typeof meetingPolicy>[2]) {
	if (meetingPolicy(ctx.actor, 'read-history', facts).ok) return (text: string) => text;
	const decided: Decided[] = (await publishedFrom(ctx.database.db, ['meeting', meetingId]))?.decided ?? [];
	return (text: string) => {
		const found = scan({ title: '', body: text, table: null })
			.filter((one) => !decided.some((known) => known.text === one.text))
			.map((one): Decided => ({ ...one, decision: 'mask' }));
		return applyMasks(text, [...decided, ...found]);
	};
}

/** The exact content under the hash of a corrigendum, for those who may have that of the minutes. */
export async function corrigendumContent(
	ctx: Context,
	meetingId: string,
	number: number
): Promise<Result<CorrigendumContent>> {
	const loaded = await loadMeeting(ctx.database.db, meetingId);
	if (!loaded) return refuse('form.not-found');
	const permitted = meetingPolicy(ctx.actor, 'read-sealed', loaded.facts);
	if (!permitted.ok) return permitted;
	const [row] = await ctx.database.db
		.select({ content: corrigendum.sealedContent })
		.from(corrigendum)
		.where(and(eq(corrigendum.meetingId, meetingId), eq(corrigendum.number, number)));
	return row ? ok(row.content as unknown as CorrigendumContent) : refuse('form.not-found');
}
