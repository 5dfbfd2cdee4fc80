/** What is known of a pressed key. */
export type PressedKey = Pick<
	KeyboardEvent,
	'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>;

/** A letter, figure or sign alone: what WCAG 2.1.4 lets a person turn off. */
export const isSingleKey = (key: string): boolean => [...key].length === 1;

/**
 * Whether a pressed key is the one meant. By what is written on it, whatever has to be held
 * for that (a German `/` is Shift and 7); where a keyboard writes no Latin letters, by the
 * place of the letter.
 */
export function matchesKey(meant: string, pressed: PressedKey): boolean {
	const isMod = meant.startsWith('Mod+');
	const key = isMod ? meant.slice('Mod+'.length) : meant;
	if ((pressed.ctrlKey || pressed.metaKey) !== isMod || pressed.altKey) return false;
	if (!isSingleKey(key)) return pressed.key === key && !pressed.shiftKey;
	if (!/^[a-z]$/u.test(key)) return pressed.key === key;
	if (pressed.shiftKey) return false;
	const isLatin = /^[\p{Script=Latin}]$/u.test(pressed.key);
	return isLatin
		? pressed.key.toLowerCase() === key
		: pressed.code === `Key${key.toUpperCase()}` && isSingleKey(pressed.key);
}
