/** What became of one item on the way from a list to another: it stayed, was taken out, or was put in. */
export interface Change<T> {
	change: 'same' | 'removed' | 'added';
	item: T;
}

/** Beyond so many pairs nobody looks for what stayed: all is replaced, so that no input makes the comparison slow. */
const MOST_PAIRS = 4_000_000;

/** The shortest way from `before` to `after` (longest common subsequence). What was removed stands before what was added. */
export function changesBetween<T>(before: readonly T[], after: readonly T[]): Change<T>[] {
	if (before.length * after.length > MOST_PAIRS) {
		const replaced = (change: 'removed' | 'added') => (item: T) => ({ change, item });
		return [...before.map(replaced('removed')), ...after.map(replaced('added'))];
	}
	const width = after.length + 1;
	/** Length of the longest common subsequence of before[i…] and after[j…]. */
	const common = new Uint16Array((before.length + 1) * width);
	for (let i = before.length - 1; i >= 0; i--) {
		for (let j = after.length - 1; j >= 0; j--) {
			common[i * width + j] =
				before[i] === after[j]
					? common[(i + 1) * width + j + 1]! + 1
					: Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
		}
	}
	const changes: Change<T>[] = [];
	let [i, j] = [0, 0];
	while (i < before.length || j < after.length) {
		if (i < before.length && j < after.length && before[i] === after[j]) {
			changes.push({ change: 'same', item: before[i]! });
			i++;
			j++;
		} else if (
			i < before.length &&
			(j === after.length || common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
		) {
			changes.push({ change: 'removed', item: before[i++]! });
		} else {
			changes.push({ change: 'added', item: after[j++]! });
		}
	}
	return changes;
}
