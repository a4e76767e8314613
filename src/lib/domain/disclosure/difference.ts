/** A line of a text that stayed, was taken out or was put in. */
export interface ChangedLine {
	change: 'same' | 'removed' | 'added';
	text: string;
}

/** What has changed between two texts, line by line (longest common subsequence); what was removed stands before what was added. */
export function difference(before: string, after: string): ChangedLine[] {
	const a = before.split('\n').filter((line) => line.trim());
	const b = after.split('\n').filter((line) => line.trim());
	const width = b.length + 1;
	/** Length of the longest common subsequence of a[i…] and b[j…]. */
	const common = new Uint16Array((a.length + 1) * width);
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			common[i * width + j] =
				a[i] === b[j]
					? common[(i + 1) * width + j + 1]! + 1
					: Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
		}
	}
	const lines: ChangedLine[] = [];
	let [i, j] = [0, 0];
	while (i < a.length || j < b.length) {
		if (i < a.length && j < b.length && a[i] === b[j]) {
			lines.push({ change: 'same', text: a[i]! });
			i++;
			j++;
		} else if (i < a.length && (j === b.length || common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
			lines.push({ change: 'removed', text: a[i++]! });
		} else {
			lines.push({ change: 'added', text: b[j++]! });
		}
	}
	return lines;
}
