/** One event as a calendar file (RFC 5545): CRLF, text escaped, lines folded at 75 octets. */
export function calendarFile(event: {
	uid: string;
	stamp: Date;
	startsAt: Date;
	/** Two hours unless said otherwise. */
	hours?: number;
	title: string;
	place: string;
	url: string;
	cancelled?: boolean;
}): string {
	const ends = new Date(event.startsAt.getTime() + (event.hours ?? 2) * 3_600_000);
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Gongjian//meetings//ZH',
		`METHOD:${event.cancelled ? 'CANCEL' : 'PUBLISH'}`,
		'BEGIN:VEVENT',
		`UID:${event.uid}`,
		`DTSTAMP:${utc(event.stamp)}`,
		`DTSTART:${utc(event.startsAt)}`,
		`DTEND:${utc(ends)}`,
		`SUMMARY:${escape(event.title)}`,
		`LOCATION:${escape(event.place)}`,
		`URL:${event.url}`,
		`STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
		'END:VEVENT',
		'END:VCALENDAR'
	];
	return lines.map(fold).join('\r\n') + '\r\n';
}

const utc = (date: Date): string => date.toISOString().replace(/[-:]|\.\d+/g, '');

const escape = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** Breaks a line so that no piece has more than 75 octets of UTF-8, never inside a character. */
function fold(line: string): string {
	const pieces: string[] = [];
	let piece = '';
	let size = 0;
	for (const character of line) {
		const octets = new TextEncoder().encode(character).length;
		if (size + octets > 75) {
			pieces.push(piece);
			piece = '';
			// the space that begins a continued line counts
			size = 1;
		}
		piece += character;
		size += octets;
	}
	return [...pieces, piece].join('\r\n ');
}
