export {
	attachFile,
	attachImage,
	copyAttachments,
	removeAttachment,
	MOST_BYTES,
	MOST_FILES,
	type AttachedImage
} from './attach.ts';
export { attachmentsOf, type AttachmentView } from './list.ts';
export { onAttachmentOf, readAttachment, type ReadableAttachment } from './read.ts';
export { findAttachment, storedBytes } from './open.ts';
export { disposition } from './names.ts';
