import * as v from 'valibot';
import { CHOICES } from './figures.ts';
import { ManifestSchema } from './manifest.ts';
import { hex, SignatureSchema } from './record.schema.ts';

const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const InstantSchema = v.pipe(v.string(), v.isoTimestamp());
const NameSchema = v.pipe(v.string(), v.nonEmpty());

export const TallySchema = v.strictObject({
	for: CountSchema,
	against: CountSchema,
	abstain: CountSchema,
	spoiled: CountSchema
});
export type Tally = v.InferOutput<typeof TallySchema>;

export const SecretStatementSchema = v.strictObject({
	format: v.literal('gongjian-secret-record/1'),
	manifest: ManifestSchema,
	phi: hex(32),
	rollHash: hex(32),
	openedAt: InstantSchema,
	closedAt: InstantSchema,
	publishedAt: InstantSchema,
	roll: CountSchema,
	/** Ballots given out, and the hash of the list of who drew one. */
	drawn: v.strictObject({ online: CountSchema, paper: CountSchema, list: hex(32) }),
	cast: v.strictObject({ online: CountSchema, paper: CountSchema }),
	/** Of all ballots together; null where few or unanimous ones would give voters away. */
	tally: v.nullable(TallySchema),
	outcome: v.picklist(['passed', 'rejected', 'no-quorum', 'advisory']),
	/** Of the Merkle tree over the leaves in their order. */
	root: hex(32),
	/** Who signed off number and root before any choice was seen. */
	signOffs: v.array(v.strictObject({ organisation: NameSchema, at: InstantSchema }))
});
export type SecretStatement = v.InferOutput<typeof SecretStatementSchema>;

/** One ballot of nobody: the last revision that was cast with a token, or a paper one out of the box. */
export const SecretOpeningSchema = v.strictObject({
	nonce: hex(32),
	revision: v.pipe(CountSchema, v.minValue(1)),
	choice: v.picklist(CHOICES),
	salt: hex(16)
});
export type SecretOpening = v.InferOutput<typeof SecretOpeningSchema>;

/** The record of a secret vote, the same for everybody. */
export const SecretRecordSchema = v.strictObject({
	view: v.literal('secret'),
	statement: SecretStatementSchema,
	leaves: v.array(hex(32)),
	openings: v.nullable(v.array(SecretOpeningSchema)),
	signature: SignatureSchema
});
export type SecretRecord = v.InferOutput<typeof SecretRecordSchema>;

export const ReceiptSchema = v.strictObject({
	statement: v.strictObject({
		format: v.literal('gongjian-receipt/1'),
		vote: NameSchema,
		phi: hex(32),
		leaf: hex(32)
	}),
	signature: SignatureSchema
});
export type Receipt = v.InferOutput<typeof ReceiptSchema>;
