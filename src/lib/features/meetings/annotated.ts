interface Said {
	id: string;
	author: string;
	body: string;
	at: Date;
}

/** A comment on words of the minutes as a page shows it (`server/meetings` makes it so for the reader). */
export interface Annotated extends Said {
	quote: string;
	start: string;
	end: string;
	block: string | null;
	/** Block in which its words stand; null where they have been deleted. */
	standsIn: string | null;
	resolved: { by: string | null; at: Date } | null;
	maySettle: boolean;
	answers: readonly Said[];
}
