import type { Role } from '#lib/domain/shared/roles.ts';
import { DISTRICT, STREETS, type CommunityPlan } from './places.ts';

/** Somebody appointed: sign-in name, name, party (slot in the area), position, and the roles of that position. */
export interface StaffPlan {
	login: string;
	/** Left out: a name is drawn. */
	name?: string;
	areaCode: string;
	slot: string;
	title: string;
	roles: readonly Role[];
}

type Line = readonly [login: string, name: string | undefined, slot: string, title: string, roles: string];

const plans = (areaCode: string, lines: readonly Line[]): StaffPlan[] =>
	lines.map(([login, name, slot, title, roles]) => ({
		login,
		name,
		areaCode,
		slot,
		title,
		roles: roles.split(' ') as Role[]
	}));

const FULL_STAFF: readonly Line[] = [
	['dangwei', '韩立红', 'party-committee', '党委书记', 'chair leader delegate party-member'],
	['dangwei-zuzhi', '孟晓雯', 'party-committee', '组织委员', 'publisher recorder party-member'],
	['dangwei-jijian', '邢志明', 'party-committee', '纪检委员', 'reviewer party-member'],
	['juwei', '周颖', 'residents-committee', '居委会主任', 'convener publisher recorder delegate leader'],
	['juwei-fuzhuren', '陈国庆', 'residents-committee', '居委会副主任', 'chair reviewer convener'],
	['juwei-jilu', '林晓东', 'residents-committee', '宣传委员', 'recorder publisher entry-clerk'],
	['juwei-luru', '杜文静', 'residents-committee', '民政委员', 'entry-clerk recorder'],
	['juwei-diaodu', '高建平', 'residents-committee', '网格长', 'dispatcher'],
	['juwei-hecha', '乔永强', 'residents-committee', '综治委员', 'verifier'],
	['juwei-huifang', '尹丽萍', 'residents-committee', '社区工作者', 'caller'],
	['wangge1', '田志刚', 'residents-committee', '第一网格网格员', 'grid-worker handler'],
	['wangge2', '苏慧敏', 'residents-committee', '第二网格网格员', 'grid-worker handler'],
	['wangge3', '任俊杰', 'residents-committee', '第三网格网格员', 'grid-worker handler'],
	['wangge4', '贾海燕', 'residents-committee', '第四网格网格员', 'grid-worker handler'],
	['fuwuzhan', '曹海霞', 'service-station', '服务站站长', 'publisher delegate leader handler'],
	['fuwuzhan-chuangkou', '范雨薇', 'service-station', '窗口受理岗', 'reviewer entry-clerk event-organiser'],
	['jiandu', '郝树林', 'supervisory-committee', '监督委员会主任', 'supervisor delegate'],
	['jiandu-weiyuan', '邵玉梅', 'supervisory-committee', '监督委员会委员', 'supervisor'],
	['yeweihui', '丁卫东', 'owners-committee-1', '业委会主任', 'convener chair publisher delegate'],
	['yeweihui-fuzhuren', '姚红', 'owners-committee-1', '业委会副主任', 'reviewer recorder'],
	['yeweihui-weiyuan', '秦浩', 'owners-committee-1', '业委会委员', 'entry-clerk recorder'],
	['wuguanhui', '史建华', 'owners-committee-0', '物管会主任', 'convener chair publisher delegate'],
	['wuguanhui-weiyuan', '薛春生', 'owners-committee-0', '物管会委员', 'reviewer recorder entry-clerk'],
	['wuye', '蒋宏伟', 'property-company-1', '项目经理', 'publisher delegate leader'],
	['wuye-gongcheng', '石磊', 'property-company-1', '工程主管', 'handler'],
	['wuye-kefu', '方婷婷', 'property-company-1', '客服主管', 'reviewer handler'],
	['wuye2', '马占军', 'property-company-0', '管理处主任', 'publisher delegate leader'],
	['wuye2-weixiu', '康志鹏', 'property-company-0', '维修班长', 'handler'],
	['wuye2-kefu', '白雪梅', 'property-company-0', '客服', 'reviewer handler'],
	['shehui', '叶文博', 'social-organisation', '理事长', 'event-organiser delegate publisher'],
	['shehui-ganshi', '夏思雨', 'social-organisation', '干事', 'event-organiser reviewer']
];

/** A lighter community: the same posts, fewer people. Sign-in names end in its letters: juwei-qyd. */
const LIGHT_STAFF: readonly Line[] = [
	['dangwei', undefined, 'party-committee', '书记', 'chair leader delegate party-member'],
	['juwei', undefined, 'residents-committee', '主任', 'convener publisher delegate recorder'],
	['juwei-fuzhuren', undefined, 'residents-committee', '副主任', 'reviewer dispatcher entry-clerk'],
	['juwei-weiyuan', undefined, 'residents-committee', '委员', 'recorder verifier entry-clerk'],
	['wangge1', undefined, 'residents-committee', '第一网格网格员', 'grid-worker handler'],
	['wangge2', undefined, 'residents-committee', '第二网格网格员', 'grid-worker handler'],
	['fuwuzhan', undefined, 'service-station', '站长', 'publisher delegate caller leader'],
	['jiandu', undefined, 'supervisory-committee', '主任', 'supervisor delegate'],
	['shehui', undefined, 'social-organisation', '负责人', 'event-organiser delegate publisher'],
	['yeweihui', undefined, 'owners-committee-0', '主任', 'convener publisher delegate'],
	['wuye', undefined, 'property-company-0', '项目经理', 'publisher delegate leader'],
	['wuye-weixiu', undefined, 'property-company-0', '维修主管', 'handler reviewer']
];

/** The street whose community is complete has every agency staffed under readable names. */
const FULL_STREET: readonly Line[] = [
	['jiedao', '江海涛', 'street-office', '指挥分中心值班员', 'dispatcher'],
	['jiedao-zhuren', '唐学军', 'street-office', '办事处主任', 'leader'],
	['jiedao-shequban', '任丽娟', 'street-office', '社区建设办公室主任', 'publisher delegate convener supervisor'],
	['jiedao-shenhe', '庞志远', 'street-office', '社区建设办公室科员', 'reviewer recorder'],
	['jiedao-hecha', '潘玉新', 'street-office', '核查员', 'verifier'],
	['jiedao-huifang', '夏丹', 'street-office', '回访员', 'caller'],
	['paichusuo', '魏立国', 'police', '社区民警', 'handler'],
	['paichusuo-suozhang', '段永利', 'police', '副所长', 'leader delegate'],
	['chengguan', '王占山', 'urban-management', '分队长', 'handler'],
	['chengguan-duizhang', '侯建利', 'urban-management', '执法队队长', 'leader delegate'],
	['shichang', '常春明', 'market', '监管员', 'handler leader'],
	['jiaotong', '安志涛', 'traffic', '中队警员', 'handler leader'],
	['fangguan', '崔新平', 'housing', '物业科科员', 'handler'],
	['fangguan-suozhang', '倪宏利', 'housing', '所长', 'leader delegate'],
	['weisheng', '温佳怡', 'health', '监督员', 'handler leader'],
	['xiaofang', '翟晓峰', 'fire', '防火监督员', 'handler leader'],
	['huanwei', '樊国利', 'sanitation', '作业班长', 'handler leader']
];

const LIGHT_STREET: readonly Line[] = [
	['jiedao', undefined, 'street-office', '指挥分中心值班员', 'dispatcher'],
	['jiedao-zhuren', undefined, 'street-office', '主任', 'leader'],
	['jiedao-hecha', undefined, 'street-office', '核查员', 'verifier'],
	['jiedao-huifang', undefined, 'street-office', '回访员', 'caller'],
	['chengguan', undefined, 'urban-management', '分队长', 'handler leader'],
	['paichusuo', undefined, 'police', '社区民警', 'handler leader'],
	['fangguan', undefined, 'housing', '科员', 'handler leader'],
	['huanwei', undefined, 'sanitation', '作业班长', 'handler leader']
];

const DISTRICT_STAFF: readonly Line[] = [
	['quzhongxin', '顾新民', 'district-centre', '派遣席', 'dispatcher'],
	['quzhongxin-zhuren', '傅国华', 'district-centre', '中心主任', 'leader'],
	['quzhongxin-hecha', '佟志平', 'district-centre', '核查席', 'verifier'],
	['quzhongxin-huifang', '关欣', 'district-centre', '回访席', 'caller'],
	['xitong', '余浩然', 'district-centre', '系统管理员', 'system-administrator'],
	['anquan', '钟少辉', 'district-centre', '安全管理员', 'security-administrator'],
	['shenji', '戴文静', 'district-centre', '审计管理员', 'audit-administrator'],
	['zhujianwei', '阎立峰', 'housing', '物业科科长', 'handler leader'],
	['chengguanwei', '兰永辉', 'urban-management', '市政科科长', 'handler leader'],
	['yuanlin', '常佳宁', 'parks', '绿化科科长', 'handler leader'],
	['shuiwu', '洪海峰', 'water', '排水科科长', 'handler leader']
];

const STREET_SUFFIX = ['', '-whj', '-bqz'] as const;

/** Everybody who is appointed, in every area; `communities` with the complete one first. */
export function allStaff(communities: readonly CommunityPlan[]): StaffPlan[] {
	const suffixed = (lines: readonly Line[], suffix: string) =>
		lines.map(([login, ...rest]): Line => [login + suffix, ...rest]);
	return [
		...plans(DISTRICT.code, DISTRICT_STAFF),
		...STREETS.flatMap((street, i) =>
			plans(street.code, i === 0 ? FULL_STREET : suffixed(LIGHT_STREET, STREET_SUFFIX[i]!))
		),
		...communities.flatMap((plan, i) => {
			if (i === 0) return plans(plan.code, FULL_STAFF);
			const lines = LIGHT_STAFF.filter((line) => plan.kind !== 'village' || !line[2].endsWith('-0'));
			return plans(plan.code, suffixed(lines, `-${plan.letters.toLowerCase()}`));
		})
	];
}
