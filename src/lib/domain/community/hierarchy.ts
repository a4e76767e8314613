/** district 区 > street or town 街镇 > community 社区 or village 村. */
export type AreaLevel = 'district' | 'street' | 'community';

/** 大院, 老旧小区, 商品房, 城乡结合部, 村. */
export const COMMUNITY_KINDS = ['compound', 'old-estate', 'commercial-estate', 'urban-fringe', 'village'] as const;
export type CommunityKind = (typeof COMMUNITY_KINDS)[number];

/** The ground of one grid: [longitude, latitude] in WGS84, first and last point the same. */
export type GridPolygon = [number, number][];

const LENGTHS: Record<AreaLevel, number> = { district: 6, street: 9, community: 12 };

/** Level of an area by the length of its code; undefined for anything that is no area code. */
export function levelOf(code: string): AreaLevel | undefined {
	if (!/^\d+$/.test(code)) return undefined;
	return (Object.keys(LENGTHS) as AreaLevel[]).find((level) => LENGTHS[level] === code.length);
}
