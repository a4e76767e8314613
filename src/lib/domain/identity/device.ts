const BROWSERS: [RegExp, string][] = [
	[/MicroMessenger/, '微信'],
	[/HuaweiBrowser/, 'Huawei'],
	[/MiuiBrowser/, 'Mi'],
	[/MQQBrowser|QQBrowser/, 'QQ'],
	[/UCBrowser/, 'UC'],
	[/Edg/, 'Edge'],
	[/Firefox|FxiOS/, 'Firefox'],
	[/Chrome|CriOS|Chromium/, 'Chrome'],
	[/Safari/, 'Safari']
];
const SYSTEMS: [RegExp, string][] = [
	[/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
	[/Android/, 'Android'],
	[/iPhone|iPad/, 'iOS'],
	[/Windows/, 'Windows'],
	[/Mac OS/, 'macOS'],
	[/Linux/, 'Linux']
];

/** Browser and system as a person would name them ("Chrome · Android"); null where neither is told. */
export function deviceName(userAgent: string | null): string | null {
	const find = (table: [RegExp, string][]) => table.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
	const parts = [find(BROWSERS), find(SYSTEMS)].filter(Boolean);
	return parts.length ? parts.join(' · ') : null;
}
