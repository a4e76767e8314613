/** Proof that a notice went to everybody whom its kind must reach, besides standing on the community's page. */
export interface PublicNotice {
	to: 'households' | 'owners';
	at: string;
	/** Homes that count. */
	homes: number;
	/** Homes of which at least one person was told here; the others have the page and what is put up at the door. */
	reached: number;
	people: number;
}
