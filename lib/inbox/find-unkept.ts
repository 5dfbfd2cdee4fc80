import type { Message } from '../model';
import type { ReadMessage } from './identify-messages';

/**
 * The names of what a page showed and was not kept for its age. `stored` is the chat after
 * the window was merged; `isRemoved` says what stays away because somebody deleted it here.
 */
export function findUnkept(
	window: readonly ReadMessage[],
	stored: readonly Message[],
	isRemoved: (index: number) => boolean,
): string[] {
	if (window.length === 0) return [];
	const kept = new Set(stored.flatMap(({ key, signature }) => [key, signature]));
	return window.flatMap(({ key, signature }, index) => {
		const name = key ?? signature;
		return kept.has(name) || isRemoved(index) ? [] : name;
	});
}
