import { and, desc, eq, sql } from 'drizzle-orm';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { countsOf, type ImportCounts } from '#lib/domain/identity/register-file/plan.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Db } from '../db/client.ts';
import { area, person, registerImport } from '../db/schema/index.ts';
import { violates } from '../db/violation.ts';
import { act, readNow } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { seal, subkey, unseal } from '../platform/secrets.ts';
import { checkImport, type CheckedImport } from './register-import/check-import.ts';
import { MOST_BYTES } from './register-import/read-spreadsheet.ts';
import { writePlan } from './register-import/write-plan.ts';

export const KEPT_HOURS = 24;
const KEY = 'ticket:register-import';
const bound = (id: string) => `register-import:${id}`;

/** Keeps an uploaded list, sealed, to be looked at before it is imported. The register stays as it is. */
export const uploadRegister = (
	ctx: Context,
	communityCode: string,
	file: { name: string; bytes: Buffer }
): Promise<Result<{ importId: string }>> =>
	act(ctx, async (a) => {
		const may = identityPolicy(a.actor, { act: 'import-register', areaCode: communityCode });
		if (!may.ok) return may;
		const community = await a.db.query.area.findFirst({ where: eq(area.code, communityCode) });
		if (!community) return refuse('form.not-found');
		const field = 'file';
		if (!file.bytes.length) return refuse('import.file-missing', { field });
		if (file.bytes.length > MOST_BYTES)
			return refuse('import.bytes', { field, params: { megabytes: MOST_BYTES / 1024 / 1024 } });
		const id = newId();
		await a.db.insert(registerImport).values({
			...{ id, communityId: community.id, uploadedBy: a.actor!.personId, createdAt: a.now },
			fileName: file.name.replace(/\p{C}/gu, '').slice(-100),
			content: seal(subkey(KEY), file.bytes, bound(id))
		});
		const subject: [string, string] = ['register-import', id];
		const data = { bytes: file.bytes.length };
		await a.audit({ act: 'identity.register-uploaded', subject, areaId: community.id, data });
		return ok({ importId: id });
	});

async function found(db: Db, importId: string, lock = false) {
	const query = db
		.select({ row: registerImport, code: area.code, community: area.name, by: person.name })
		.from(registerImport)
		.innerJoin(area, eq(area.id, registerImport.communityId))
		.innerJoin(person, eq(person.id, registerImport.uploadedBy))
		.where(eq(registerImport.id, importId));
	return (await (lock ? query.for('update', { of: registerImport }) : query))[0];
}

export interface ImportView {
	id: string;
	/** Of the community. */
	code: string;
	community: string;
	/** Who uploaded it. */
	by: string;
	fileName: string;
	importedAt: Date | null;
	counts: ImportCounts | null;
	/** Null once the content is gone. */
	checked: Result<CheckedImport> | null;
}

/** An uploaded list as its page shows it: what is wrong with it, or what it would do, or what it did. */
export async function readImport(ctx: Context, importId: string): Promise<Result<ImportView>> {
	const { db } = ctx.database;
	const one = await found(db, importId);
	const may = identityPolicy(ctx.actor, { act: 'import-register', areaCode: one?.code ?? '' });
	if (!may.ok) return may;
	const { row, ...place } = one!;
	const { fileName, importedAt, counts } = row;
	const head = { ...place, id: row.id, fileName, importedAt, counts };
	if (!row.content) return ok({ ...head, checked: null });
	const bytes = unseal(subkey(KEY), row.content, bound(row.id));
	const checked = await checkImport(db, row.communityId, bytes, await readNow(db));
	return ok({ ...head, checked });
}

/**
 * Writes the list into the register: whole or not at all. It is read against the register anew, since others may have
 * changed it in the meantime; imports into one community come one after the other. The file's content goes.
 */
export async function importRegister(ctx: Context, importId: string): Promise<Result<{ counts: ImportCounts }>> {
	try {
		return await writeImport(ctx, importId);
	} catch (error) {
		// somebody joined, or was registered, between reading and writing
		if (RULES.some((rule) => violates(error, rule))) return refuse('import.changed');
		throw error;
	}
}

const RULES = [
	'one_living_residency_per_household',
	'one_living_ownership_per_unit',
	'one_person_per_phone',
	'one_household_per_code',
	'unit_label_in_building',
	'building_name_in_property_area'
];

const writeImport = (ctx: Context, importId: string): Promise<Result<{ counts: ImportCounts }>> =>
	act(ctx, async (a) => {
		const one = await found(a.db, importId, true);
		const may = identityPolicy(a.actor, { act: 'import-register', areaCode: one?.code ?? '' });
		if (!may.ok) return may;
		const { row } = one!;
		if (row.importedAt) return refuse('import.done');
		if (!row.content) return refuse('import.gone');
		await a.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${row.communityId}, 8154007))`);
		const bytes = unseal(subkey(KEY), row.content, bound(row.id));
		const checked = await checkImport(a.db, row.communityId, bytes, a.now);
		if (!checked.ok) return checked;
		const { issues, plan } = checked.value;
		if (issues.length) return refuse('import.issues', { params: { count: issues.length } });
		await writePlan(a, row.communityId, plan);
		const counts = countsOf(plan);
		await a.db
			.update(registerImport)
			.set({ content: null, importedAt: a.now, counts })
			.where(eq(registerImport.id, importId));
		const subject: [string, string] = ['register-import', importId];
		await a.audit({ act: 'identity.register-imported', subject, areaId: row.communityId, data: { ...counts } });
		await a.emit({ topic: `community:${row.communityId}`, kind: 'register', areaId: row.communityId });
		return ok({ counts });
	});

/** The community's last imports, newest first. */
export async function recentImports({ database: { db }, actor }: Context, communityCode: string) {
	const may = identityPolicy(actor, { act: 'import-register', areaCode: communityCode });
	if (!may.ok) return may;
	const rows = await db
		.select({
			id: registerImport.id,
			fileName: registerImport.fileName,
			importedAt: registerImport.importedAt,
			counts: registerImport.counts,
			by: person.name
		})
		.from(registerImport)
		.innerJoin(area, eq(area.id, registerImport.communityId))
		.innerJoin(person, eq(person.id, registerImport.uploadedBy))
		.where(and(eq(area.code, communityCode), sql`${registerImport.importedAt} is not null`))
		.orderBy(desc(registerImport.importedAt))
		.limit(10);
	return ok(rows);
}
