import type { Context } from './context.ts';

export type Authorise = (ctx: Context, id: string) => boolean | Promise<boolean>;

const topics = new Map<string, Authorise>();

/**
 * Says who may follow the topics `<prefix>:<id>`, by the same policy as the page that shows them. Called once a
 * process, when the areas register. The id may hold colons itself (`comments:disclosure:<id>`).
 */
export function onTopic(prefix: string, authorise: Authorise): void {
	topics.set(prefix, authorise);
}

/** Default deny: a topic of a prefix nobody registered is refused, and so is one without an id. */
export async function mayFollow(ctx: Context, topic: string): Promise<boolean> {
	const colon = topic.indexOf(':');
	if (colon < 1 || colon === topic.length - 1) return false;
	const authorise = topics.get(topic.slice(0, colon));
	return authorise ? authorise(ctx, topic.slice(colon + 1)) : false;
}
