type Attributes = Readonly<Record<string, unknown>> | undefined;

/** What can be mentioned in minutes: a person of the meeting or an item of its agenda. */
export interface Mentionable {
	kind: 'person' | 'item';
	id: string;
	/** As it reads behind the @. */
	label: string;
	/** Party or capacity, to tell people of one name apart. */
	hint: string;
}

/** A mention as words: the name it shows. */
export const mentionText = (attributes: Attributes): string => `@${String(attributes?.label ?? '')}`;

/** Id of the heading that a mentioned agenda item's section begins with; null for a person, and for what is no id. */
export function mentionedItem(attributes: Attributes): string | null {
	const id = attributes?.id;
	return attributes?.kind === 'item' && typeof id === 'string' && /^[0-9a-z-]{1,64}$/i.test(id) ? `item-${id}` : null;
}
