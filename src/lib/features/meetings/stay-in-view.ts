/**
 * Keeps what sticks to the top of the page in sight while a phone's keyboard is open: the keyboard does not shorten the
 * page, the browser pans what is left of the screen over it. Sets `--panned` to how far.
 */
export function stayInView(element: HTMLElement): () => void {
	const view = window.visualViewport;
	if (!view) return () => {};
	const place = () => {
		// a page that is only zoomed in stays where it is
		const panned = view.scale > 1.01 ? 0 : Math.max(0, Math.round(view.offsetTop));
		element.style.setProperty('--panned', `${panned}px`);
	};
	view.addEventListener('scroll', place);
	view.addEventListener('resize', place);
	place();
	return () => {
		view.removeEventListener('scroll', place);
		view.removeEventListener('resize', place);
	};
}
