import * as v from 'valibot';
import { canonicalHash } from '#lib/domain/shared/canonical.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { measures, RuleSchema } from './rule.ts';
import { METHODS, MOST_OPTIONS, OPTION_ID, ABSTAIN, type Method } from './options.ts';
import { ELECTORATES, type ElectorateKind } from './electorate.ts';

const TextSchema = v.pipe(v.string(), v.nonEmpty());
const InstantSchema = v.pipe(v.string(), v.isoTimestamp());
export const SECRECY_MODES = ['open', 'sealed', 'secret'] as const;
export type Secrecy = (typeof SECRECY_MODES)[number];
/** What can be chosen on a ballot of for/against/abstain; `spoiled` exists on paper only. */
export const BALLOT_OPTIONS = ['for', 'against', 'abstain'] as const;
export const CASTING_CHANNELS = ['online', 'paper', 'doorstep'] as const;

const FieldsSchema = v.strictObject({
	format: v.literal('gongjian-vote/1'),
	vote: TextSchema,
	community: TextSchema,
	title: TextSchema,
	question: TextSchema,
	background: v.string(),
	method: v.picklist(METHODS),
	options: v.array(
		v.strictObject({
			id: v.union([v.picklist(BALLOT_OPTIONS), v.pipe(v.string(), v.regex(OPTION_ID))]),
			label: TextSchema
		})
	),
	/** Of approval: no ballot may choose more options; nothing said: as many as there are. Of seats: as many as those. */
	most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
	/** Of a vote for seats: how many there are. */
	seats: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
	preset: v.strictObject({
		id: TextSchema,
		title: TextSchema,
		law: v.nullable(v.string()),
		articles: v.string(),
		effect: v.picklist(['binding', 'unverified', 'advisory'])
	}),
	rule: RuleSchema,
	electorate: v.strictObject({
		kind: v.picklist(Object.keys(ELECTORATES) as ElectorateKind[]),
		scope: v.picklist(['community', 'property-area', 'building']),
		scopeId: TextSchema,
		scopeName: TextSchema
	}),
	secrecy: v.picklist(SECRECY_MODES),
	/** Of a secret vote: modulus of the key that signs drawn ballots, base64url. */
	drawKey: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{342}$/))),
	/** Of a sealed vote: the key to which choices are encrypted until the end, X25519 in hex. */
	sealKey: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
	channels: v.pipe(v.array(v.picklist(CASTING_CHANNELS)), v.nonEmpty()),
	opensAt: InstantSchema,
	closesAt: InstantSchema,
	/** Announced beforehand: if participation fails at the end, the end moves once by so many hours. */
	extensionHours: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
	objectionDays: v.pipe(v.number(), v.integer(), v.minValue(0))
});
type Fields = v.InferOutput<typeof FieldsSchema>;

/** Everything that freezes when a vote is announced. Changing any of it means a new vote. */
export const ManifestSchema = v.pipe(FieldsSchema, v.check(fitsItsMethod, 'options that do not fit the method'));
export type Manifest = Fields;

/** For/against/abstain has these three; other methods have options of their own, numbered, with abstention at the end. */
function fitsItsMethod({ method, options, most, seats, secrecy }: Fields): boolean {
	const ids = options.map(({ id }) => id);
	if (method === 'for-against-abstain') {
		return most === undefined && seats === undefined && ids.every((id) => !OPTION_ID.test(id));
	}
	const own = ids.length - 1;
	const numbered = ids.every((id, i) => id === (i === own ? ABSTAIN : `o${i + 1}`));
	const allowed: Record<Exclude<Method, 'for-against-abstain'>, boolean> = {
		single: most === undefined && seats === undefined,
		approval: seats === undefined && (most ?? own) <= own,
		seats: seats !== undefined && most === seats && seats < own
	};
	return numbered && own >= 2 && own <= MOST_OPTIONS && secrecy !== 'secret' && allowed[method];
}

/** The vote's fingerprint φ = SHA-256(JCS(manifest)), shown from the announcement on. */
export function phiOf(manifest: Manifest): string {
	return canonicalHash(manifest);
}

/**
 * Can this vote be announced now? Refuses an end that is not after its opening, an opening in the past, and a secret
 * vote whose rule weighs areas (an area would give the voter away).
 */
export function mayBeAnnounced(manifest: Manifest, now: Date): Result {
	const opens = Date.parse(manifest.opensAt);
	const closes = Date.parse(manifest.closesAt);
	if (opens <= now.getTime()) return refuse('votes.opens-in-the-past', { field: 'opensAt' });
	if (closes <= opens) return refuse('votes.closes-before-it-opens', { field: 'closesAt' });
	if (manifest.secrecy === 'secret' && measures(manifest.rule, 'area')) {
		return refuse('votes.secret-counts-heads-only', { field: 'secrecy' });
	}
	return ok();
}
