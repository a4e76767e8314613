const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });

/** "19:05" in Asia/Shanghai; rounded up, so that whoever waits until then is not early. */
export const timeOfDay = (moment: Date): string =>
	CLOCK.format(new Date(Math.ceil(moment.getTime() / 60_000) * 60_000));
