import type { SuggestionOptions, SuggestionProps } from '@tiptap/suggestion';
import { mount, unmount } from 'svelte';
import Offers, { type Offer } from './Offers.svelte';

type Render = NonNullable<SuggestionOptions<Offer, Offer>['render']>;

const MARGIN = 8;
let lists = 0;

/**
 * A list at the caret: the arrows move in it, Enter or Tab takes one, Escape closes it; it works by touch. The editor
 * keeps the focus and says which one is chosen.
 */
export function offersAt(label: string): Render {
	return () => {
		const id = `offers-${++lists}`;
		const shown = $state({ id, label, offers: [] as Offer[], at: 0, onpick: (_: Offer) => {} });
		let place: HTMLElement | undefined;
		let list: ReturnType<typeof mount> | undefined;
		let take = () => {};
		let paper: HTMLElement | undefined;

		const point = () => {
			paper?.setAttribute('aria-controls', id);
			if (shown.offers.length) paper?.setAttribute('aria-activedescendant', `${id}-${shown.at}`);
			else paper?.removeAttribute('aria-activedescendant');
		};
		const update = (props: SuggestionProps<Offer, Offer>) => {
			if (props.items !== shown.offers) shown.at = 0;
			shown.offers = props.items;
			shown.onpick = (offer) => props.command(offer);
			point();
		};

		return {
			onStart: (props) => {
				paper = props.editor.view.dom;
				place = document.createElement('div');
				Object.assign(place.style, { position: 'absolute', top: '0', left: '0', zIndex: '5', width: 'max-content' });
				list = mount(Offers, { target: place, props: shown });
				update(props);
				take = props.mount(place, {
					onPosition: ({ x, y }) => {
						const rightmost = document.documentElement.clientWidth - place!.offsetWidth - MARGIN;
						Object.assign(place!.style, { left: `${Math.max(MARGIN, Math.min(x, rightmost))}px`, top: `${y}px` });
					}
				});
			},
			onUpdate: update,
			onKeyDown: ({ event }) => {
				const { offers, at } = shown;
				// while an input method composes, the keys are its own
				if (event.isComposing || offers.length === 0) return false;
				const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
				if (step) {
					shown.at = (at + step + offers.length) % offers.length;
					point();
					return true;
				}
				if (event.key !== 'Enter' && event.key !== 'Tab') return false;
				shown.onpick(offers[at]!);
				return true;
			},
			onExit: () => {
				take();
				if (list) void unmount(list);
				list = undefined;
				paper?.removeAttribute('aria-controls');
				paper?.removeAttribute('aria-activedescendant');
			}
		};
	};
}
