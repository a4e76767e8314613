/** Family names of about 95 % of people; those that are everyday words on notices (时间, 应急, 项目) are left out. */
const FAMILY =
	'欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|夏侯|司徒|端木|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝辛靳柴蒙鲍喻祁蒲滕屈饶尤农卓吉缪麦褚娄窦戚岑景费卜晏席柏宗瞿桂佟臧闵苟邬边姬栾隋刁甄丛仲虞敖巩佘查苑迟邝谈匡鞠荆]';

/** Words that begin like a name and are none. */
const WORDS = new Set(
	'周一 周二 周三 周四 周五 周六 周日 周末 周边 周围 方案 方式 方法 方便 方向 高度 高层 高温 高峰 金额 石材 任务 任何 单位 单元 安全 安装 安排 常见 成员 成立 成本 成果 文件 文明 文化 施工 白天 温度 关于 关注 关闭 包括 包含 万元 于是 向上 何时 何地 左右 常年 常务 齐全 易燃 严禁 严格 武装 申请 申报 申诉 景观 章程 季度 季节 费用 查看 查询 查验 谈话 边界 边缘 苗木 谷物 成功 祝贺 金属 雷电 雷雨 白色 黄色 蓝色 江水 田间 林木 毛坯 牛奶 童年 卓越 盛夏 包装 包干 万一 严重 单价 单项 任期 关系 关怀 向导 范围 程序 程度 曾经 钟点 钱款 康复 康养 安置 安静 安心'.split(
		' '
	)
);

const ALONE = new RegExp(`(?<![\\p{Script=Han}\\w])(?:${FAMILY})\\p{Script=Han}{1,2}(?![\\p{Script=Han}\\w])`, 'gu');
const LABELLED = new RegExp(
	`(?<=(?:姓名|联系人|户主|业主|居民|住户|当事人|申请人|受助人|租户|网格员|的|叫|找)[:： ]?)(?:${FAMILY})\\p{Script=Han}{1,2}(?!\\p{Script=Han})`,
	'gu'
);

/**
 * Names of people in a line, as far as they stand by themselves or after a label: 「王建国 13800138000」 has one,
 * 「王家湾社区」 has none.
 */
export function namesIn(line: string): { index: number; text: string }[] {
	return [...line.matchAll(ALONE), ...line.matchAll(LABELLED)]
		.map((match) => ({ index: match.index, text: match[0] }))
		.filter(({ text }) => !WORDS.has(text));
}

/** Heads of columns that hold names. */
export const NAME_COLUMN = /姓名|户主|业主$|住户$|联系人|申请人|受助人|救助对象|当事人|房主|租户/;
