import { sha256 } from '@noble/hashes/sha2.js';
import { fromHex, toHex } from '#lib/domain/shared/canonical.ts';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

const leafHash = (leaf: Uint8Array) => sha256.create().update(LEAF).update(leaf).digest();
const nodeHash = (left: Uint8Array, right: Uint8Array) =>
	sha256.create().update(NODE).update(left).update(right).digest();

/**
 * Root of the Merkle tree over hex leaves in their given order (RFC 9162, section 2.1.1: leaves are hashed behind a
 * 0x00 byte, nodes behind 0x01; an odd one moves up as it is). Hex in, hex out.
 */
export function merkleRoot(leaves: readonly string[]): string {
	let level = leaves.map((leaf) => leafHash(fromHex(leaf)));
	if (level.length === 0) return toHex(sha256(new Uint8Array()));
	while (level.length > 1) {
		level = Array.from({ length: Math.ceil(level.length / 2) }, (_, i) => {
			const right = level[2 * i + 1];
			return right ? nodeHash(level[2 * i]!, right) : level[2 * i]!;
		});
	}
	return toHex(level[0]!);
}
