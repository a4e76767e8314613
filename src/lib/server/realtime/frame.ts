const FINAL_BINARY = 0x82;
const TWO_BYTES_FOLLOW = 126;
const EIGHT_BYTES_FOLLOW = 127;

/**
 * A message as it goes over a server's socket (RFC 6455, 5.2: not masked, not compressed). The bytes are the same for
 * everybody, so they are made once for a whole room, and several of them go out in one write.
 */
export function frame(message: Uint8Array): Buffer {
	return Buffer.concat([header(message.length), message]);
}

function header(length: number): Buffer {
	if (length < TWO_BYTES_FOLLOW) return Buffer.of(FINAL_BINARY, length);
	if (length < 0x10000) return Buffer.of(FINAL_BINARY, TWO_BYTES_FOLLOW, length >> 8, length & 0xff);
	const bytes = Buffer.alloc(10);
	bytes[0] = FINAL_BINARY;
	bytes[1] = EIGHT_BYTES_FOLLOW;
	bytes.writeBigUInt64BE(BigInt(length), 2);
	return bytes;
}
