import { fromHex, sha256 } from '#lib/domain/shared/canonical.ts';

/**
 * Root of the Merkle tree over hex leaves in their given order (RFC 9162, section 2.1.1: leaves are hashed behind a
 * 0x00 byte, nodes behind 0x01; an odd one moves up as it is). Hex in, hex out.
 */
export async function merkleRoot(leaves: readonly string[]): Promise<string> {
	let level = await Promise.all(leaves.map((leaf) => sha256(fromHex(`00${leaf}`))));
	if (level.length === 0) return sha256(new Uint8Array());
	while (level.length > 1) {
		const pairs = Array.from({ length: Math.ceil(level.length / 2) }, (_, i) => level.slice(2 * i, 2 * i + 2));
		level = await Promise.all(
			pairs.map(async ([left, right]) => (right === undefined ? left! : sha256(fromHex(`01${left}${right}`))))
		);
	}
	return level[0]!;
}
