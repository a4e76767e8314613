// node draw-and-die.ts URL PERSON VOTE ASKED: draws a ballot, and is killed before the answer gets anywhere.
import { openDatabase } from '#lib/server/db/client.ts';
import { loadActor } from '#lib/server/platform/load-actor.ts';
import { drawBallot } from '#lib/server/votes/index.ts';

const [url, personId, voteId, asked] = process.argv.slice(2);
const database = openDatabase(url!, { max: 1 });
const actor = await loadActor(database, personId!);
const drawn = await drawBallot({ database, actor }, voteId!, JSON.parse(asked!));
if (!drawn.ok) throw new Error(drawn.refusal.code);
process.kill(process.pid, 'SIGKILL');
