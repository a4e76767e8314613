import { bold, heading, paragraph, quote, table } from '#lib/domain/meetings/minutes-nodes.ts';
import type { MinutesNode } from '#lib/domain/meetings/minutes-document.ts';
import type { MinutesPaper, PaperCorrigendum, PaperSignature } from '#lib/domain/meetings/minutes-paper.ts';
import { officialDateTime } from '#lib/i18n/dates.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { positionLabel } from './hearing-labels.ts';
import { kindLabel, stanceLabel } from './labels.ts';

/** Minutes are a Chinese document, whoever prints them. */
const ZH = { locale: 'zh-CN' } as const;

export const paperTitle = ({ title }: MinutesPaper): string => m.meetings_minutes_of({ title }, ZH);

/**
 * Sealed minutes as one document: what meeting it was, the minutes themselves, objections and their answers, signatures
 * and hash. Print page, DOCX and Markdown all render this, so that none says less than another.
 */
export function paperDocument(paper: MinutesPaper): MinutesNode {
	return {
		type: 'doc',
		content: [
			...facts(paper),
			...minutesWithItems(paper),
			...hearing(paper),
			...objections(paper),
			...signatures(paper.signatures),
			...seal(paper),
			...paper.corrigenda.flatMap(corrigendum)
		]
	};
}

function facts(paper: MinutesPaper): MinutesNode[] {
	const { count, names } = paper.present;
	const present = m.disclosure_minutes_people({ count }, ZH) + (names.length ? `：${names.join('、')}` : '');
	const fact = (term: string, text: string) => paragraph([bold(`${term}：`), text]);
	return [
		fact(m.meetings_field_kind({}, ZH), kindLabel(paper.kind, ZH)),
		fact(m.meetings_time({}, ZH), officialDateTime(paper.startsAt)),
		fact(m.meetings_place({}, ZH), paper.place),
		fact(m.meetings_convener({}, ZH), paper.convener),
		fact(m.meetings_paper_parties({}, ZH), paper.parties.join('、')),
		fact(m.disclosure_minutes_present({}, ZH), present)
	];
}

/** Under the heading of an item that was carried over, or is carried on, a line says so. */
function minutesWithItems({ minutes, items }: MinutesPaper): MinutesNode[] {
	return (minutes.content ?? []).flatMap((node) => {
		const item = items.find(({ id }) => node.attrs?.id === `item-${id}`);
		return [
			node,
			...(item?.carriedFrom ? [paragraph(m.meetings_carried_from(item.carriedFrom, ZH))] : []),
			...(item?.outcome === 'carried' ? [paragraph(m.meetings_paper_carried_on({}, ZH))] : [])
		];
	});
}

/** Where each party stood at a hearing, and what was asked and answered. */
function hearing({ hearing: heard }: MinutesPaper): MinutesNode[] {
	if (!heard) return [];
	const stand = table(
		[m.meetings_paper_party({}, ZH), m.meetings_paper_stance({}, ZH), m.meetings_hearing_position_text({}, ZH)],
		heard.positions.map(({ party, stance, text }) => [party, positionLabel(stance, ZH), text])
	);
	return [
		heading(m.meetings_hearing_positions({}, ZH)),
		...(heard.positions.length ? [stand] : [paragraph(m.meetings_hearing_positions_none({}, ZH))]),
		...(heard.questions.length ? [heading(m.meetings_hearing_questions({}, ZH))] : []),
		...heard.questions.flatMap(({ item, from, to, question, answer, setAside }) => [
			paragraph([
				bold(`${m.meetings_hearing_asked({ item, from: from ?? m.meetings_hearing_resident({}, ZH), to }, ZH)}：`),
				question
			]),
			paragraph([
				bold(`${answer === null ? m.meetings_hearing_set_aside({}, ZH) : m.meetings_answer({}, ZH)}：`),
				answer ?? setAside ?? ''
			])
		])
	];
}

function objections({ objections: all }: MinutesPaper): MinutesNode[] {
	if (all.length === 0) return [];
	const answered = (accepted: boolean) =>
		accepted ? m.meetings_objection_accepted({}, ZH) : m.meetings_objection_explained({}, ZH);
	return [
		heading(m.meetings_paper_objections({}, ZH)),
		...all.flatMap(({ quoted, body, answer, accepted }) => [
			quote(quoted),
			paragraph([bold(`${m.meetings_paper_objection({}, ZH)}：`), body]),
			paragraph([bold(`${m.meetings_answer({}, ZH)}（${answered(accepted)}）：`), answer])
		])
	];
}

function signatures(all: readonly PaperSignature[], level = 2): MinutesNode[] {
	return [
		heading(m.meetings_signatures({}, ZH), level),
		table(
			[m.meetings_paper_party({}, ZH), m.meetings_paper_stance({}, ZH), m.meetings_paper_signer({}, ZH)],
			all.map(signatureRow)
		)
	];
}

function corrigendum({ number, quoted, corrected, reason, issuer, at, hash, signatures: all }: PaperCorrigendum) {
	return [
		heading(m.meetings_corrigendum({ number }, ZH)),
		paragraph(`${issuer}，${officialDateTime(at)}`),
		paragraph(bold(m.meetings_corrigendum_quoted({}, ZH))),
		quote(quoted),
		paragraph(bold(m.meetings_corrigendum_corrected({}, ZH))),
		quote(corrected),
		paragraph(m.meetings_corrigendum_because({ reason }, ZH)),
		paragraph([bold(`${m.meetings_hash({}, ZH)}：`), hash]),
		...signatures(all, 3)
	];
}

function signatureRow({ party, signed }: PaperSignature): (string | string[])[] {
	if (!signed) return [party, m.meetings_signature_waiting({}, ZH), ''];
	const { stance, text, signer, position, late, at } = signed;
	return [
		party,
		[stanceLabel(stance, ZH), ...(text ? [text] : [])],
		[`${signer}，${position}`, officialDateTime(at) + (late ? `（${m.meetings_signed_late({}, ZH)}）` : '')]
	];
}

function seal({ sealedAt, hash, whole }: MinutesPaper): MinutesNode[] {
	return [
		heading(m.meetings_paper_seal({}, ZH)),
		paragraph([bold(`${m.meetings_paper_sealed_at({}, ZH)}：`), officialDateTime(sealedAt)]),
		paragraph([bold(`${m.meetings_hash({}, ZH)}：`), hash]),
		paragraph(whole ? m.meetings_hash_hint({}, ZH) : m.meetings_paper_masked({}, ZH))
	];
}
