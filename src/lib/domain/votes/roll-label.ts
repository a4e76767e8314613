import { maskedName } from '../shared/masked-name.ts';

/** An entry as roll members read it: 3号楼2单元501 王○○ · 3号楼2单元501、502 王○○等2人 · 3号楼101等40套 建设单位. */
export function rollLabel(units: readonly string[], names: readonly string[], developer = false): string {
	const where = units.length > 3 ? `${units[0]}等${units.length}套` : units.join('、');
	if (developer) return `${where} 建设单位`;
	const [first] = names;
	if (first === undefined) return where;
	return `${where} ${maskedName(first)}${names.length > 1 ? `等${names.length}人` : ''}`;
}
