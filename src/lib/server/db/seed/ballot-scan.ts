import { png } from './png.ts';

const [WIDTH, HEIGHT] = [420, 260];
const INK = 40;

/** A scan of a sheet as the desk would make it: lines of text as strokes, three boxes, one of them ticked, a signature. */
export function ballotScan(ticked: number, name: string): File {
	const page = Buffer.alloc(WIDTH * HEIGHT, 250);
	const dot = (x: number, y: number) => {
		if (x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT) page[Math.round(y) * WIDTH + Math.round(x)] = INK;
	};
	const line = (x1: number, y1: number, x2: number, y2: number, thick = 1) => {
		const steps = Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1));
		for (let i = 0; i <= steps; i++)
			for (let t = 0; t < thick; t++) dot(x1 + ((x2 - x1) * i) / steps, t + y1 + ((y2 - y1) * i) / steps);
	};
	for (const [y, end] of [
		[30, 300],
		[58, 250],
		[86, 390]
	] as const)
		for (let x = 30; x < end; x += 16) line(x, y, x + 10, y, 3);
	for (const i of [0, 1, 2]) {
		const x = 30 + 130 * i;
		for (const [a, b, c, d] of [
			[0, 0, 26, 0],
			[26, 0, 26, 26],
			[26, 26, 0, 26],
			[0, 26, 0, 0]
		] as const)
			line(x + a, 130 + b, x + c, 130 + d, 2);
		line(x + 38, 144, x + 84, 144, 3);
	}
	const x = 30 + 130 * ticked;
	line(x + 4, 140, x + 12, 150, 4);
	line(x + 12, 150, x + 32, 118, 4);
	for (let i = 0; i < 140; i++) line(200 + i, 215 + 12 * Math.sin(i / 5), 201 + i, 215 + 12 * Math.sin((i + 1) / 5), 2);
	return new File([new Uint8Array(png(page, WIDTH))], name, { type: 'image/png' });
}

/** Eight bits of grey a pixel. */
