import { periodsBefore, type Period } from '#lib/domain/disclosure/periods.ts';
import { addWorkingDays } from '#lib/domain/shared/working-time.ts';
import { catalogueItem } from '../../../schema/index.ts';
import { PERIODIC } from '../../data/disclosures/index.ts';
import { need, type World } from '../../world.ts';
import type { Publication } from './publish.ts';
import type { PeriodicStory } from './story.ts';

/** Every issue of what is published period after period, each so many working days after its period. */
export async function issuesOf(world: World): Promise<Publication[]> {
	const items = new Map((await world.db.select().from(catalogueItem)).map((item) => [item.code, item]));
	return PERIODIC.flatMap((story) => {
		const periods = periodsBefore(need(items, story.item).cycle, world.calendar.justNow(), story.issues.length);
		return story.issues.map((_, i) => issueOf(world, story, i, periods[i]!));
	});
}

function issueOf({ calendar }: World, story: PeriodicStory, index: number, period: Period): Publication {
	const { issues, within, ...publisher } = story;
	const day = calendar.dayOf(addWorkingDays(new Date(period.endsAt.getTime() - 1), within).at);
	const { title, ...text } = issues[index]!;
	return {
		...publisher,
		...text,
		title: title.replace('{period}', nameOf(period)),
		period: period.name,
		at: calendar.at(day, `${9 + (within % 3)}:${10 + 7 * index}`)
	};
}

const QUARTERS = ['一', '二', '三', '四'];

/** 2026-Q3 as people say it: 2026年第三季度. */
function nameOf({ name }: Period): string {
	const [year, part = ''] = name.split('-');
	if (part.startsWith('Q')) return `${year}年第${QUARTERS[Number(part[1]) - 1]}季度`;
	if (part.startsWith('H')) return `${year}年${part === 'H1' ? '上' : '下'}半年`;
	return part ? `${year}年${Number(part)}月` : `${year}年`;
}
