import { png } from './png.ts';

const [WIDTH, HEIGHT] = [480, 300];

/** A sketch of a yard, as somebody draws it on the spot: a house, the shed beside it with its bays, and the way out. */
export function siteSketch(name: string): File {
	const page = Buffer.alloc(WIDTH * HEIGHT, 248);
	const fill = (x: number, y: number, width: number, height: number, shade: number) => {
		for (let row = y; row < y + height; row++) page.fill(shade, row * WIDTH + x, row * WIDTH + x + width);
	};
	const frame = (x: number, y: number, width: number, height: number) => {
		fill(x, y, width, height, 60);
		fill(x + 3, y + 3, width - 6, height - 6, 248);
	};
	fill(0, 230, WIDTH, 44, 215);
	for (let x = 10; x < WIDTH; x += 40) fill(x, 250, 22, 3, 250);
	frame(40, 40, 170, 150);
	for (let x = 60; x < 190; x += 44) for (const y of [60, 100, 140]) fill(x, y, 24, 22, 180);
	frame(290, 90, 150, 76);
	for (let x = 305; x < 425; x += 20) fill(x, 104, 3, 48, 120);
	fill(210, 126, 80, 2, 60);
	for (const x of [210, 288]) fill(x, 118, 2, 18, 60);
	return new File([new Uint8Array(png(page, WIDTH))], name, { type: 'image/png' });
}
