import * as v from 'valibot';

const trimmed = (missing: string, longest: number) =>
	v.pipe(v.string(missing), v.trim(), v.nonEmpty(missing), v.maxLength(longest, 'form.unreadable'));
const id = v.pipe(v.string('form.missing'), v.uuid('form.missing'));

export const letterForm = v.object({ code: trimmed('identity.letter-missing', 40) });
export const residenceForm = v.object({
	community: v.pipe(v.string('identity.community-missing'), v.regex(/^\d{12}$/, 'identity.community-missing')),
	address: trimmed('identity.address-missing', 200),
	note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500, 'form.unreadable')))
});
export const ownershipForm = v.object({ unitId: id, evidence: trimmed('identity.evidence-missing', 100) });
export const representativeForm = v.object({ householdId: id, nomineeId: id });

const reason = trimmed('identity.reason-missing', 300);
/** A decision on a request: yes with what it needs, or no with a reason that the person will read. */
export const requestDecisionForm = v.variant(
	'decision',
	[
		v.object({
			id,
			decision: v.literal('approve'),
			householdId: v.pipe(v.string(), v.uuid('identity.household-missing'))
		}),
		v.object({ id, decision: v.literal('refuse'), reason })
	],
	'identity.decision-missing'
);
export const letterDecisionForm = v.variant(
	'decision',
	[v.object({ id, decision: v.literal('approve') }), v.object({ id, decision: v.literal('refuse'), reason })],
	'identity.decision-missing'
);
export const ownershipDecisionForm = v.variant(
	'decision',
	[
		v.object({ id, decision: v.literal('approve'), evidence: trimmed('identity.evidence-missing', 100) }),
		v.object({ id, decision: v.literal('refuse'), reason })
	],
	'identity.decision-missing'
);

/** Why a clerk needs to see a phone; the person will read it. */
export const sensitiveForm = v.object({ personId: id, reason: trimmed('identity.read-reason-missing', 100) });
