/** A picture as it is kept: rebuilt from the parts that show it, everything else left out. */
export interface CleanImage {
	width: number;
	height: number;
	bytes: Buffer;
}

/** The bytes claim a format and do not keep to it. */
export class Broken extends Error {}
