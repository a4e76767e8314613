import { eq, sql } from 'drizzle-orm';
import { mayBeAnnounced, phiOf, type Manifest } from '#lib/domain/votes/manifest.ts';
import { effectOf, presetOf } from '#lib/domain/votes/presets.ts';
import { SMALLEST_SECRET_ROLL } from '#lib/domain/votes/secret-record.ts';
import type { Rule } from '#lib/domain/votes/rule.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { area, building, propertyArea, sealKey, secretVote } from '../db/schema/index.ts';
import { act, type Act } from '../platform/act.ts';
import { setClock } from '../platform/clocks.ts';
import type { Context } from '../platform/context.ts';
import { newDrawKey } from './draw-key.ts';
import { step, voteFor, type VoteRow } from './load-vote.ts';
import { buildRoll } from './roll.ts';
import { newSealKey } from './seal-choice.ts';

/**
 * Announces a draft: question, rule, times and electorate freeze under φ, the roll is laid open for objections, and the
 * opening is set. Refusals: the policy's, `votes.not-in-this-state`, `votes.roll-empty`, `votes.secret-needs-ten`, those of
 * `mayBeAnnounced`.
 */
export async function announceVote(ctx: Context, id: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await voteFor(a, id, 'announce');
		if (!found.ok) return found;
		const { row, facts } = found.value;
		const key = row.secrecy === 'secret' ? await newDrawKey(id) : null;
		const seal = row.secrecy === 'sealed' ? newSealKey(id) : null;
		const keys = { ...(key && { drawKey: key.key }), ...(seal && { sealKey: seal.key }) };
		const manifest = await manifestOf(a, row, facts.communityCode, keys);
		const ready = mayBeAnnounced(manifest, a.now);
		if (!ready.ok) return ready;
		const phi = phiOf(manifest);
		const announced = await step(a, row, 'announce', { manifest, phi, announcedAt: a.now }, { phi });
		if (!announced.ok) return announced;
		const entries = await buildRoll(a.db, row);
		if (entries === 0) return refuse('votes.roll-empty');
		if (key) {
			if (entries < SMALLEST_SECRET_ROLL) return refuse('votes.secret-needs-ten', { params: { entries } });
			await a.db.insert(secretVote).values({ voteId: id, key: key.key, wrappedKey: key.wrapped });
			await a.db.execute(sql`select prepare_secret_vote(${id})`);
		}
		if (seal) await a.db.insert(sealKey).values({ voteId: id, key: seal.key, wrappedKey: seal.wrapped });
		await setClock(a, ['vote', id], 'opening', row.opensAt);
		return ok();
	});
}

type Keys = Pick<Manifest, 'drawKey' | 'sealKey'>;

async function manifestOf(a: Act, row: VoteRow, communityCode: string, keys: Keys): Promise<Manifest> {
	const preset = presetOf(row.preset);
	if (!preset) throw new Error(`vote ${row.id} has the unknown preset ${row.preset}`);
	const day = new Date(a.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
	return {
		format: 'gongjian-vote/1',
		vote: row.id,
		community: communityCode,
		title: row.title,
		question: row.question,
		background: row.background,
		method: row.method,
		options: row.options as Manifest['options'],
		...(row.mostChoices !== null && { most: row.mostChoices }),
		...(row.seats !== null && { seats: row.seats }),
		preset: {
			id: preset.id,
			title: preset.title,
			law: preset.law,
			articles: preset.articles,
			effect: effectOf(preset, day)
		},
		rule: row.rule as unknown as Rule,
		electorate: { kind: row.electorate, ...(await scopeOf(a, row)) },
		secrecy: row.secrecy,
		...keys,
		channels: row.channels,
		opensAt: row.opensAt.toISOString(),
		closesAt: row.closesAt.toISOString(),
		extensionHours: row.extensionHours,
		objectionDays: row.objectionDays
	};
}

async function scopeOf(a: Act, row: VoteRow): Promise<Omit<Manifest['electorate'], 'kind'>> {
	const [community] = await a.db.select({ name: area.name }).from(area).where(eq(area.id, row.communityId));
	if (!row.propertyAreaId) return { scope: 'community', scopeId: row.communityId, scopeName: community!.name };
	const [ground] = await a.db
		.select({ name: propertyArea.name })
		.from(propertyArea)
		.where(eq(propertyArea.id, row.propertyAreaId));
	if (!row.buildingId) return { scope: 'property-area', scopeId: row.propertyAreaId, scopeName: ground!.name };
	const [house] = await a.db.select({ name: building.name }).from(building).where(eq(building.id, row.buildingId));
	return { scope: 'building', scopeId: row.buildingId, scopeName: `${ground!.name}${house!.name}` };
}
