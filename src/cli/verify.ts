// npm run -s verify -- record.json [--key KEY]: recomputes a vote's record from the file alone, one line a check.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verifyRecord, type Check } from '#lib/domain/votes/verify-record.ts';

const MEANING: Record<Check['name'], string> = {
	text: '文件是规范写法,没有多余字节 / the file is canonical JSON, byte by byte',
	shape: '字段齐全,没有多余 / exactly the fields of a vote record',
	phi: '议题、规则、时间与公告时的指纹一致 / the manifest has the announced fingerprint',
	roll: '名册与开始时冻结的指纹一致 / the roll has the hash frozen at opening',
	ballots: '选票承诺齐全,汇成签名的根 / the ballots lead to the signed root',
	figures: '票数与面积逐票重算相符 / the figures follow from the ballots',
	outcome: '结果按规则重算相符 / the outcome follows from rule and figures',
	signature: 'Ed25519 签名有效 / the Ed25519 signature is valid'
};
const WORD: Record<Check['result'], string> = { holds: 'ok     ', 'by-hash': 'by hash', fails: 'FAILED ' };

const usage = 'Usage: npm run -s verify -- record.json [--key KEY]   KEY: public key in hex, or a file that holds it';
try {
	const { values, positionals } = parseArgs({ options: { key: { type: 'string' } }, allowPositionals: true });
	if (positionals.length !== 1) throw new Error(usage);
	const key = values.key === undefined ? undefined : readKey(values.key);
	const { holds, checks } = await verifyRecord(readFileSync(positionals[0]!), key);
	for (const { name, result } of checks) console.log(`${WORD[result]} ${name.padEnd(9)} ${MEANING[name]}`);
	if (key === undefined)
		console.log('note    signature held against the key in the file; give --key to hold it against a known one');
	process.exitCode = holds ? 0 : 1;
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 2;
}

function readKey(given: string): string {
	const key = /^[0-9a-f]{64}$/i.test(given) ? given : readFileSync(given, 'utf8').trim();
	if (!/^[0-9a-f]{64}$/i.test(key)) throw new Error('the key must be 32 bytes in hex');
	return key.toLowerCase();
}
