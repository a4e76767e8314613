import {
	AlignmentType,
	Footer,
	HeadingLevel,
	LevelFormat,
	PageNumber,
	Paragraph,
	TextRun,
	convertMillimetersToTwip as mm,
	type IFontAttributesProperties
} from 'docx';
import type { MinutesNode } from '#lib/domain/meetings/minutes-document.ts';

/** Fonts that Word and WPS bring along in China: 宋体 for the text, 黑体 for headings. */
const song: IFontAttributesProperties = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimSun' };
const hei: IFontAttributesProperties = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'SimHei' };

/** One step of lists and quotes, in twentieths of a point. */
export const INDENT = 420;
export const NUMBERED = 'numbered';

/** A4 with the margins of 公文 (GB/T 9704): 37 mm above, 35 below, 28 and 26 at the sides. */
export const PAGE = {
	size: { width: mm(210), height: mm(297) },
	margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) }
};

const heading = (size: number, before: number) => ({
	run: { font: hei, size, bold: true, color: '000000' },
	paragraph: { spacing: { before, after: 120 }, keepNext: true }
});

export const STYLES = {
	default: {
		document: { run: { font: song, size: 24 }, paragraph: { spacing: { line: 400, after: 80 } } },
		title: {
			run: { font: hei, size: 36, bold: true },
			paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 360 } }
		},
		heading2: heading(28, 320),
		heading3: heading(24, 240)
	}
};

export const headingOf = ({ attrs }: MinutesNode) =>
	attrs?.level === 3 ? HeadingLevel.HEADING_3 : HeadingLevel.HEADING_2;

export const numbering = {
	reference: NUMBERED,
	levels: Array.from({ length: 9 }, (_, level) => ({
		level,
		format: LevelFormat.DECIMAL,
		text: `%${level + 1}.`,
		style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } }
	}))
};

export const footer = (title: string) =>
	new Footer({
		children: [
			new Paragraph({
				alignment: AlignmentType.CENTER,
				children: [
					new TextRun({ size: 18, children: [`${title}　`, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })
				]
			})
		]
	});
