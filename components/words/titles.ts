import { i18n } from '#i18n';

/** A chat's name as shown; a page may name one with nothing, and a row must not be blank. */
export const shownTitle = (title: string): string =>
	title.trim() === '' ? i18n.t('chat.nameless') : title;

/** Up to two initials by what a reader sees as one character; `null` where a name has no letter. */
export function initialsOf(title: string): string | null {
	const words = title.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
	const picked = words.length > 1 ? [words[0], words[words.length - 1]] : words.slice(0, 1);
	const initials = picked.map((word = '') => firstLetter(word));
	return initials.join('') || null;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function firstLetter(word: string): string {
	for (const { segment } of graphemes.segment(word)) {
		if (/\p{L}/u.test(segment)) return segment.toLocaleUpperCase();
	}
	return '';
}
