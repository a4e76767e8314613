import { m } from '#lib/i18n/paraglide/messages.js';

interface Entry {
	id: string;
	title: string | null;
	body: string | null;
	version: number;
	publishedAt: Date;
	publisher: { name: string };
	attachments: readonly { id: string; name: string; mediaType: string; size: number }[];
}
interface Feed {
	community: { code: string; name: string };
	disclosures: readonly Entry[];
	/** Address of the list, without a slash at its end. */
	root: string;
}

/** An Atom feed (RFC 4287). Every text of people is escaped; characters that XML does not know are left out. */
export function atomFeed({ community, disclosures, root }: Feed): string {
	const updated = disclosures[0]?.publishedAt ?? new Date(0);
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
		`<id>${escape(root)}</id>`,
		`<title>${escape(`${community.name} ${m.disclosure_title()}`)}</title>`,
		`<link rel="alternate" type="text/html" href="${escape(root)}"/>`,
		`<link rel="self" type="application/atom+xml" href="${escape(`${root}/feed.xml`)}"/>`,
		`<updated>${updated.toISOString()}</updated>`,
		...disclosures.map((one) => entry(one, root)),
		'</feed>',
		''
	].join('\n');
}

function entry({ id, title, body, version, publishedAt, publisher, attachments }: Entry, root: string): string {
	const href = `${root}/${id}`;
	return [
		'<entry>',
		`<id>urn:uuid:${id}</id>`,
		`<title>${escape(version > 1 ? `${title}（${m.disclosure_version({ version })}）` : title!)}</title>`,
		`<link rel="alternate" type="text/html" href="${escape(href)}"/>`,
		...attachments.map(
			(file) =>
				`<link rel="enclosure" title="${escape(file.name)}" type="${escape(file.mediaType)}" length="${file.size}" href="${escape(`${href}/files/${file.id}`)}"/>`
		),
		`<author><name>${escape(publisher.name)}</name></author>`,
		`<published>${publishedAt.toISOString()}</published>`,
		`<updated>${publishedAt.toISOString()}</updated>`,
		`<content type="text">${escape(body ?? '')}</content>`,
		'</entry>'
	].join('\n');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

function escape(text: string): string {
	return text
		.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
		.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
