import { attachment, auditEntry, clock, comment, link, notification } from '../../schema/index.ts';
import { idAt } from '../ids.ts';
import { insertRows } from '../../insert-rows.ts';
import type { Row, World } from '../world.ts';

type Keyed<T extends { id: string }> = Omit<T, 'id'>;

/** An audit fact of the past, as acts write them. */
interface PastFact {
	at: Date;
	act: string;
	subject: [type: string, id: string];
	areaId: string | null;
	actorId?: string | null;
	organisationId?: string | null;
	data?: Record<string, unknown>;
}

/** What acts leave in the areas that serve all others: collected through the year, written at its end in order of time. */
export class History {
	readonly #audit: Row<'auditEntry'>[] = [];
	readonly #clocks: Row<'clock'>[] = [];
	readonly #links: Row<'link'>[] = [];
	readonly #comments: Row<'comment'>[] = [];
	readonly #notifications: Row<'notification'>[] = [];
	readonly #attachments: Row<'attachment'>[] = [];

	audit({ at, act, subject, areaId, actorId = null, organisationId = null, data = {} }: PastFact): void {
		const [subjectType, subjectId] = subject;
		const id = idAt(at, `audit/${subjectId}/${act}/${this.#audit.length}`);
		this.#audit.push({ id, at, act, subjectType, subjectId, areaId, actorId, organisationId, data });
	}

	clock(row: Keyed<Row<'clock'>> & { createdAt: Date }): void {
		this.#clocks.push({ ...row, id: idAt(row.createdAt, `clock/${row.subjectId}/${row.kind}/${this.#clocks.length}`) });
	}

	link(row: Keyed<Row<'link'>> & { createdAt: Date }): void {
		this.#links.push({ ...row, id: idAt(row.createdAt, `link/${row.fromId}/${row.fromBlock}/${row.toId}`) });
	}

	comment(row: Keyed<Row<'comment'>> & { createdAt: Date }): string {
		const id = idAt(row.createdAt, `comment/${row.subjectId}/${this.#comments.length}`);
		this.#comments.push({ ...row, id });
		return id;
	}

	notify(row: Keyed<Row<'notification'>> & { createdAt: Date }): void {
		const id = idAt(
			row.createdAt,
			`notification/${row.personId}/${row.subjectId}/${row.kind}/${this.#notifications.length}`
		);
		this.#notifications.push({ ...row, id });
	}

	attach(row: Row<'attachment'>): void {
		this.#attachments.push(row);
	}

	async write({ db }: World): Promise<void> {
		await insertRows(db, auditEntry, this.#audit);
		await insertRows(db, clock, this.#clocks);
		await insertRows(db, link, this.#links);
		await insertRows(db, comment, this.#comments);
		await insertRows(db, notification, this.#notifications);
		await insertRows(db, attachment, this.#attachments);
	}
}
