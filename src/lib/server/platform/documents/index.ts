/** Collaborative documents: an append-only log of Yjs updates, its snapshot, and its seal. */
export { announceAccess, DOCUMENTS_CHANNEL, readAccessMarks, type AccessChange, type AccessMarks } from './announce.ts';
export {
	AccessChanged,
	appendUpdates,
	ClientIdTaken,
	DocumentSealed,
	Overtaken,
	type Claims,
	type NewRow
} from './append-updates.ts';
export { COMPACT_BYTES, COMPACT_ROWS, compactDocument } from './compact-document.ts';
export { createDocument, type NewDocument } from './create-document.ts';
export { editDocument } from './edit-document.ts';
export { documentKind, onDocumentKind, type DocumentKind, type DocumentRole } from './kinds.ts';
export {
	findDocument,
	readDocument,
	readLog,
	replay,
	type DocumentHeader,
	type DocumentLog,
	type LogRow
} from './log.ts';
export { countVersions, keepVersion, listVersions, readVersion } from './versions.ts';
export { sealDocument } from './seal-document.ts';
