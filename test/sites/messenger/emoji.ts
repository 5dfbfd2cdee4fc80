import { element } from '../elements';
import { look } from './look';

/** An emoji as a picture, its glyph in `alt`; drawn as text so that no file is needed. */
export function emojiPicture(glyph: string): HTMLElement {
	const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><text y="16" font-size="16">${glyph}</text></svg>`;
	return element(
		'span',
		{},
		element('img', {
			class: look('emoji'),
			alt: glyph,
			src: `data:image/svg+xml,${encodeURIComponent(drawing)}`,
		}),
	);
}

/** One transparent pixel. */
export const emptyPicture = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
