import { changesBetween } from '../shared/changes.ts';

/** A line of a text that stayed, was taken out or was put in. */
export interface ChangedLine {
	change: 'same' | 'removed' | 'added';
	text: string;
}

/** What has changed between two texts, line by line; empty lines do not count. */
export function difference(before: string, after: string): ChangedLine[] {
	const lines = (text: string) => text.split('\n').filter((line) => line.trim());
	return changesBetween(lines(before), lines(after)).map(({ change, item }) => ({ change, text: item }));
}
