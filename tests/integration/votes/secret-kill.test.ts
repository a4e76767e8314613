import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, expect, test } from 'vitest';
import { lockSecrets, newRecoveryCode, unlockSecrets } from '#lib/domain/votes/recovery-code.ts';
import { prepareDraw, tokenFrom } from '#lib/domain/votes/secret-token.ts';
import { castSecretBallot, drawBallot, ownDraws, registerVotes } from '#lib/server/votes/index.ts';
import { plantCommunity } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { expectOk, openVote } from '../../support/votes.ts';

const data = useDatabase({ fresh: 'test' });
beforeAll(registerVotes);

test('a server killed between draw and answer costs nobody the right to vote, in the same browser or another', async () => {
	const town = await plantCommunity(data, { units: 14 });
	const committee = await town.appoint('召集人', 'residents-committee', 'convener');
	const person = await town.resident('甲', 0);
	const voteId = await openVote(data, town, committee, { secrecy: 'secret' });
	const { row, key, entries } = expectOk(await ownDraws(data.as(person), voteId));
	const secrets = await prepareDraw(key, row.phi!);
	const code = newRecoveryCode();
	const bundle = await lockSecrets(code, row.phi!, secrets);
	const asked = { entry: entries[0]!.id, blinded: secrets.blinded, bundle };

	const child = spawn(
		process.execPath,
		['tests/support/draw-and-die.ts', data.url, person.personId, voteId, JSON.stringify(asked)],
		{ stdio: ['ignore', 'ignore', 'inherit'] }
	);
	expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);

	// the same browser asks again for the same
	const { signature } = expectOk(await drawBallot(data.as(person), voteId, asked));
	const token = await tokenFrom(key, row.phi!, secrets, signature);
	const ballot = { token, choice: 'for', salt: secrets.salt, revision: 1 } as const;
	const receipt = expectOk(await castSecretBallot(data, voteId, ballot));
	expect(expectOk(await castSecretBallot(data, voteId, ballot))).toEqual(receipt);

	// another one has the recovery code and what the portal keeps
	const [kept] = expectOk(await ownDraws(data.as(person), voteId)).entries;
	const restored = (await unlockSecrets(code, row.phi!, kept!.bundle!))!;
	expect(await tokenFrom(key, row.phi!, restored, kept!.signature!)).toEqual(token);
	expect(await data.sql`select from secret_ballot where vote_id = ${voteId}`).toHaveLength(1);
	expect(await data.sql`select from secret_draw where vote_id = ${voteId}`).toHaveLength(1);
});
