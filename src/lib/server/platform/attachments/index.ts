export { attachFile, copyAttachments, removeAttachment, MOST_BYTES, MOST_FILES } from './attach.ts';
export { attachmentsOf, type AttachmentView } from './list.ts';
export { onAttachmentOf, readAttachment, type ReadableAttachment } from './read.ts';
export { disposition } from './names.ts';
