import { maySee, maySeeBoard, maySeeState } from '#lib/domain/cases/cases.policy.ts';
import { onAttachmentOf } from '../platform/attachments/index.ts';
import { onTopic } from '../platform/topics.ts';
import { onOwn, onWaiting } from '../platform/waiting.ts';
import { registerCaseClocks } from './fire-clock.ts';
import { ownItems, waitingItems } from './home-items.ts';
import { loadCase } from './load-case.ts';

/** Fills the platform's registries for this area. Called once a process. */
export function registerCases(): void {
	registerCaseClocks();
	onWaiting('cases', waitingItems);
	onOwn('cases', ownItems);
	onTopic('case', async (ctx, id) => {
		const loaded = await loadCase(ctx.database.db, { id });
		return !!loaded && maySeeState(ctx.actor, loaded.facts).ok;
	});
	onTopic('case-board', (ctx, areaCode) => maySeeBoard(ctx.actor, areaCode).ok);
	onTopic('case-unit', ({ actor }, id) => !!actor?.memberships.some((m) => m.organisationId === id));
	onAttachmentOf('case', async (ctx, id) => {
		const loaded = await loadCase(ctx.database.db, { id });
		return !!loaded && maySee(ctx.actor, loaded.facts).ok;
	});
}
