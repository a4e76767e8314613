/** Emergency numbers of mainland China, with the words that call for each. Telling the portal is no substitute. */
export const DANGER_WORDS = {
	119: [
		'着火',
		'起火',
		'失火',
		'火灾',
		'冒烟',
		'浓烟',
		'爆炸',
		'燃气泄漏',
		'煤气泄漏',
		'天然气泄漏',
		'漏煤气',
		'漏燃气',
		'煤气味',
		'被困'
	],
	110: [
		'打架',
		'斗殴',
		'打人',
		'持刀',
		'抢劫',
		'被抢',
		'小偷',
		'入室',
		'盗窃',
		'家暴',
		'失踪',
		'走失',
		'跳楼',
		'轻生',
		'自杀'
	],
	120: ['晕倒', '昏迷', '流血', '受伤', '骨折', '触电', '中毒', '心脏病', '喘不上气', '溺水', '摔伤'],
	122: ['车祸', '撞车', '撞人', '交通事故', '追尾']
} as const;
export type EmergencyNumber = '119' | '110' | '120' | '122';

/** Which emergency numbers a text calls for, most urgent first; none for an ordinary report. */
export function emergencyNumbers(text: string): EmergencyNumber[] {
	const order: EmergencyNumber[] = ['119', '110', '120', '122'];
	return order.filter((number) => DANGER_WORDS[number].some((word) => text.includes(word)));
}
