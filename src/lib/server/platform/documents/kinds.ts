import type { Context } from '../context.ts';
import type { DocumentHeader } from './log.ts';

/** What a person may do in a document. `comment` reads and comments in rows beside it; it never changes the document. */
export type DocumentRole = 'none' | 'read' | 'comment' | 'write';

export interface DocumentKind {
	/** Asks the area's policy. A visitor (`ctx.actor` null) gets `read` at most, a sealed document likewise. */
	role(ctx: Context, document: DocumentHeader): Promise<DocumentRole>;
	/** Shape that this release's editors write. A page with an older one is told to reload. */
	currentSchema: number;
	/** Its rows are read one by one later, so its log is never compacted: for documents that stay small. */
	keepsLog?: boolean;
}

const kinds = new Map<string, DocumentKind>();

/** Says who may do what in documents of this kind. Called once a process, when the areas register. */
export function onDocumentKind(kind: string, rules: DocumentKind): void {
	kinds.set(kind, rules);
}

export function documentKind(kind: string): DocumentKind | undefined {
	return kinds.get(kind);
}
