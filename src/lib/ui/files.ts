import { m } from '#lib/i18n/paraglide/messages.js';

/** 820 B, 64 kB, 1.2 MB. */
export function fileSize(bytes: number): string {
	if (bytes < 1000) return `${bytes} B`;
	if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
	return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** What a person calls such a file: 图片, 表格, 文档. */
export function fileKind(mediaType: string): string {
	if (mediaType.startsWith('image/')) return m.ui_file_image();
	if (mediaType === 'application/pdf') return 'PDF';
	if (/spreadsheet|excel|csv/.test(mediaType)) return m.ui_file_table();
	return m.ui_file_document();
}
