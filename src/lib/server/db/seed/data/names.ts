/** Surnames with how many of ten thousand people bear them, roughly as in a northern city. */
export const SURNAMES: readonly (readonly [string, number])[] = (
	'王 940 李 900 张 860 刘 690 陈 330 杨 330 赵 320 孙 230 周 150 徐 150 马 170 高 170 郭 170 胡 110 朱 110 林 70 何 80 吴 120 ' +
	'郑 70 梁 70 宋 130 韩 120 唐 60 冯 80 于 90 董 80 程 60 曹 70 袁 60 邓 40 许 60 傅 20 沈 40 曾 20 彭 30 吕 60 苏 40 卢 40 ' +
	'蒋 30 蔡 20 贾 60 丁 50 魏 60 薛 40 叶 30 阎 20 余 20 潘 30 杜 60 戴 20 夏 30 钟 20 田 60 任 50 姜 50 范 50 方 30 石 50 ' +
	'姚 30 谭 20 邹 20 陆 20 郝 40 孔 20 白 40 崔 50 康 30 毛 10 邱 20 秦 30 江 20 史 30 顾 20 侯 40 邵 20 孟 40 龙 10 万 20 ' +
	'段 30 尹 30 常 30 乔 30 庞 20 樊 20 兰 10 殷 10 洪 10 翟 20 安 20 倪 10 温 10 关 20 佟 15 那 8 欧阳 4 司马 1 上官 1'
)
	.split(' ')
	.reduce<[string, number][]>((list, word, i) => {
		if (i % 2) list.at(-1)![1] = Number(word);
		else list.push([word, 0]);
		return list;
	}, []);

/** One generation's taste: whole names that were common, and characters that were put together freely. */
interface Taste {
	names: readonly string[];
	first: readonly string[];
	second: readonly string[];
}

const words = (text: string) => text.split(' ');

/** Tastes by the last year of birth they reach to. */
export const TASTES: readonly { until: number; female: Taste; male: Taste }[] = [
	{
		until: 1955,
		female: {
			names: words(
				'秀英 桂英 玉兰 淑珍 桂兰 秀兰 秀珍 玉珍 桂芳 淑兰 玉英 凤英 淑华 秀芝 玉芬 淑琴 凤兰 桂荣 素珍 月娥'
			),
			first: words('秀 桂 玉 淑 凤 素 月 惠 春 翠'),
			second: words('英 兰 珍 芳 华 琴 芝 荣 云 梅 芬 霞')
		},
		male: {
			names: words(
				'建国 国栋 德福 振华 玉田 永福 志远 树林 长生 文山 国珍 宝山 世昌 福海 金生 庆祥 广田 连生 万春 殿臣'
			),
			first: words('德 永 振 树 长 文 宝 福 金 庆 广 玉 国 世'),
			second: words('福 华 林 生 山 海 祥 田 春 才 义 贵 明 清')
		}
	},
	{
		until: 1979,
		female: {
			names: words(
				'丽华 红梅 秀丽 桂香 建华 丽娟 春梅 玉梅 晓红 爱华 淑敏 丽萍 海燕 艳丽 立红 红霞 小平 雪梅 凤霞 志红 亚萍'
			),
			first: words('丽 红 春 晓 海 艳 雪 凤 爱 建 亚 立 小 文 玉 新'),
			second: words('华 梅 娟 红 萍 燕 霞 敏 玲 英 芳 丽 云 琴')
		},
		male: {
			names: words(
				'建军 志强 建国 卫东 国庆 立新 建华 永强 卫国 志刚 春生 建平 新民 小军 海涛 文革 学军 志明 立军 宏伟 占军'
			),
			first: words('建 志 卫 国 立 永 春 新 海 学 宏 文 晓 玉 振 占'),
			second: words('军 强 华 东 国 平 刚 明 涛 伟 民 生 利 林 山')
		}
	},
	{
		until: 1999,
		female: {
			names: words('婷婷 静 雪 丹 倩 颖 晶晶 莹 婧 梦瑶 佳 雅静 思雨 文静 璐 慧敏 楠 晓雯 欣 雨薇 曼 琳 蕾 丽娜 媛媛'),
			first: words('思 雅 晓 文 佳 梦 雨 欣 慧 嘉 婉 晨 美 书 一 诗'),
			second: words('雨 静 雯 怡 琪 瑶 敏 洁 宁 婷 萱 莹 妍 彤 琳 然')
		},
		male: {
			names: words('磊 鹏 超 浩 伟 洋 博 凯 帅 宇 阳 斌 俊杰 晓东 思远 天宇 子健 志鹏 文博 宇航 明 旭 亮 硕 鑫'),
			first: words('思 晓 天 子 志 文 宇 俊 浩 家 少 明 海 一 嘉 泽'),
			second: words('远 东 宇 健 鹏 博 航 杰 然 辉 峰 龙 恒 铭 洋 轩')
		}
	},
	{
		until: 2100,
		female: {
			names: words(
				'梓涵 一诺 欣怡 子涵 诗涵 可馨 雨桐 梦琪 若曦 语彤 沐瑶 佳怡 依诺 思琪 钰涵 晨曦 艺涵 悦心 书瑶 安然'
			),
			first: words('梓 欣 诗 可 雨 若 语 沐 佳 依 思 钰 艺 悦 书 知'),
			second: words('涵 怡 馨 桐 曦 彤 瑶 诺 琪 心 然 妍 宁 萱 晴 汐')
		},
		male: {
			names: words(
				'子轩 浩宇 浩然 宇轩 梓轩 博文 一鸣 奕辰 俊熙 子墨 嘉懿 铭泽 睿哲 皓轩 天佑 宸宇 明轩 承泽 泽宇 安之'
			),
			first: words('子 浩 宇 梓 博 奕 俊 嘉 铭 睿 皓 天 明 承 泽 景'),
			second: words('轩 宇 然 文 辰 熙 墨 泽 哲 佑 安 霖 行 阳 恒 瑞')
		}
	}
];

/** Names that a reader would take for somebody known; never given to anyone here. */
export const KNOWN_PEOPLE: ReadonlySet<string> = new Set(
	words(
		'李强 王毅 李希 蔡奇 韩正 李鹏 李宁 李娜 刘翔 姚明 马云 张磊 王健 李明 王小平 邓小平 李小平 毛新民 林志颖 周颖 ' +
			'张海迪 王宏伟 李建华 王伟 李伟 张伟 刘洋 王明 王超 刘伟 马龙 许昕 林丹 郑洁 张宁 丁宁 刘国梁 孔令辉 王楠 王亚平 ' +
			'陈一新 张文宏 钟南山 郭晶晶 朱婷 郎平 高敏 杨澜 周涛 董卿 白岩松 康辉 李瑞英 韩红 孙楠 那英 田震'
	)
);
