import type { CellIssue } from '#lib/domain/identity/register-file/columns.ts';
import { makePlan } from '#lib/domain/identity/register-file/make-plan.ts';
import type { ImportPlan } from '#lib/domain/identity/register-file/plan.ts';
import { readTable } from '#lib/domain/identity/register-file/table.ts';
import { dayOf } from '#lib/domain/shared/working-time.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import type { Db } from '../../db/client.ts';
import { newId } from '../../platform/ids.ts';
import { readSpreadsheet } from './read-spreadsheet.ts';
import { registerState } from './register-state.ts';

export interface CheckedImport {
	/** Rows that say something. */
	rows: number;
	issues: CellIssue[];
	/** Headings that are not ours. */
	unknown: string[];
	plan: ImportPlan;
}

/** Reads an uploaded list against the register as it stands; refuses one that cannot be read at all. Nothing is written. */
export async function checkImport(
	db: Db,
	communityId: string,
	bytes: Buffer,
	now: Date
): Promise<Result<CheckedImport>> {
	const cells = await readSpreadsheet(bytes);
	if (!cells.ok) return cells;
	const table = readTable(cells.value, dayOf(now));
	if (!table.ok) return table;
	const { lines, issues, unknown, rows } = table.value;
	const checked = makePlan(lines, await registerState(db, communityId, lines), newId);
	const all = [...issues, ...checked.issues].sort((a, b) => a.row - b.row);
	return ok({ rows, unknown, issues: all, plan: checked.plan });
}
