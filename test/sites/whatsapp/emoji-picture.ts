import { element } from '../elements';

/** An emoji is a picture whose `alt` is the character (2020 .. 2026). */
export function emojiPicture(glyph: string): HTMLElement {
	return element('img', {
		alt: glyph,
		class: 'emoji',
		draggable: 'false',
		'data-plain-text': glyph,
		src: `data:image/svg+xml,${encodeURIComponent(
			`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><text y="16" font-size="16">${glyph}</text></svg>`,
		)}`,
	});
}
