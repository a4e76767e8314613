import * as v from 'valibot';
import { AREA_PATTERN } from '#lib/domain/shared/area.ts';
import { CHOICES } from './figures.ts';
import { ManifestSchema } from './manifest.ts';
import { OPTION_ID } from './options.ts';

const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const AreaSchema = v.pipe(v.string(), v.regex(AREA_PATTERN));
const InstantSchema = v.pipe(v.string(), v.isoTimestamp());
const NameSchema = v.pipe(v.string(), v.nonEmpty());
export const hex = (bytes: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`)));
const ClassesSchema = v.optional(v.record(v.string(), CountSchema));

const OptionSchema = v.pipe(v.string(), v.regex(OPTION_ID));

const WrittenTotalsSchema = v.strictObject({ count: CountSchema, area: AreaSchema, classes: ClassesSchema });
export type WrittenTotals = v.InferOutput<typeof WrittenTotalsSchema>;

const RecordFiguresSchema = v.strictObject({
	roll: WrittenTotalsSchema,
	participants: WrittenTotalsSchema,
	attendance: v.nullable(WrittenTotalsSchema),
	for: WrittenTotalsSchema,
	against: WrittenTotalsSchema,
	abstain: WrittenTotalsSchema,
	spoiled: WrittenTotalsSchema,
	channels: v.strictObject({ paper: WrittenTotalsSchema, online: WrittenTotalsSchema, proxy: WrittenTotalsSchema }),
	/** Entries whose co-owners differed: they took part in nothing. */
	conflicts: CountSchema,
	/** Of a vote among options: how many chose each; `for` holds those who chose at least one. */
	options: v.optional(v.array(v.strictObject({ id: OptionSchema, ...WrittenTotalsSchema.entries })))
});
export type RecordFigures = v.InferOutput<typeof RecordFiguresSchema>;

/** What the signature covers; the same in both views. */
export const StatementSchema = v.strictObject({
	format: v.literal('gongjian-record/1'),
	manifest: ManifestSchema,
	phi: hex(32),
	rollHash: hex(32),
	openedAt: InstantSchema,
	closedAt: InstantSchema,
	publishedAt: InstantSchema,
	figures: RecordFiguresSchema,
	outcome: v.picklist(['passed', 'rejected', 'no-quorum', 'run-off', 'advisory']),
	/** Of a vote among options: what passed or took a seat, in rank order, and who is equal across the last seat. */
	chosen: v.optional(v.strictObject({ options: v.array(OptionSchema), runOff: v.array(OptionSchema) })),
	/** Root of the Merkle tree over the sorted commitments, and how many there are. */
	ballots: v.strictObject({ count: CountSchema, root: hex(32) })
});
export type Statement = v.InferOutput<typeof StatementSchema>;

/** A line of the roll as roll members read it. */
const RollLineSchema = v.strictObject({
	entry: NameSchema,
	label: NameSchema,
	area: AreaSchema,
	classes: v.array(NameSchema)
});
export type RollLine = v.InferOutput<typeof RollLineSchema>;

/** One standing ballot; `by` is a mark of the caster that means nothing outside this record. */
const CastOpeningSchema = v.strictObject({
	entry: NameSchema,
	by: NameSchema,
	channel: v.picklist(['paper', 'online', 'proxy']),
	/** Of a vote among options: those that were chosen, in the order they were announced in. */
	choice: v.union([v.picklist(CHOICES), v.pipe(v.array(OptionSchema), v.minLength(1))]),
	at: InstantSchema,
	salt: hex(16)
});
/** Somebody checked in for this vote in the hall. */
const PresenceOpeningSchema = v.strictObject({
	entry: NameSchema,
	channel: v.literal('hall'),
	at: InstantSchema,
	salt: hex(16)
});
const OpeningSchema = v.variant('channel', [CastOpeningSchema, PresenceOpeningSchema]);
export type Opening = v.InferOutput<typeof OpeningSchema>;

export const SignatureSchema = v.strictObject({ algorithm: v.literal('Ed25519'), publicKey: hex(32), value: hex(64) });

/** Public: commitments only. Full, for roll members and supervisors: the roll and every ballot opened. */
export const VoteRecordSchema = v.variant('view', [
	v.strictObject({
		view: v.literal('public'),
		statement: StatementSchema,
		commitments: v.array(hex(32)),
		signature: SignatureSchema
	}),
	v.strictObject({
		view: v.literal('full'),
		statement: StatementSchema,
		roll: v.array(RollLineSchema),
		openings: v.array(OpeningSchema),
		signature: SignatureSchema
	})
]);
export type VoteRecord = v.InferOutput<typeof VoteRecordSchema>;
export type PublicRecord = Extract<VoteRecord, { view: 'public' }>;
export type FullRecord = Extract<VoteRecord, { view: 'full' }>;
