/** What a message carries beside text. */
import { element, icon } from '../elements';
import type { StageMessage } from '../stage';
import { labelLate } from './late-labels';
import type { Words } from './words';

/** One picture, or an album under one id: a video among pictures stays an album (2026-08-23). */
export function pictures(message: StageMessage, words: Words): HTMLElement {
	const count = message.pictures ?? 1;
	if (count < 2) return photo(words);
	const tiles = Array.from({ length: count }, (_, index) =>
		element(
			'div',
			{ style: `grid-area: 1 / ${index + 1} / 2 / ${index + 2};` },
			element('div', { 'data-testid': index === 0 ? 'video-content' : 'image-content' }),
		),
	);
	return element('div', { 'data-testid': 'media-album' }, ...tiles);
}

function photo(words: Words): HTMLElement {
	return labelLate(
		element(
			'div',
			{ 'data-testid': 'image-thumb', role: 'button', tabindex: 0 },
			element('div', { style: 'background-image: url("data:image/jpeg;base64,AAAABBBB");' }),
			element('img', { src: pictureAddress(), alt: '' }),
		),
		words.openPhoto,
	);
}

/** `video-content` is attested (2026-08-23), the drawing on it is a guess. */
export function video(words: Words): HTMLElement {
	const button = element(
		'div',
		{ role: 'button', tabindex: 0 },
		element('span', { 'data-icon': 'media-play' }, icon({}, 'media-play')),
	);
	return element('div', { 'data-testid': 'video-content' }, labelLate(button, words.video));
}

export function voice(words: Words): HTMLElement {
	const play = element(
		'button',
		{},
		element('span', { 'data-icon': 'audio-play' }, icon({}, 'audio-play')),
	);
	const length = element('div', { 'aria-hidden': 'true' });
	length.textContent = '0:41';
	return element(
		'div',
		{},
		labelLate(play, words.voice),
		element('div', {
			role: 'slider',
			'aria-valuetext': '0:00/0:41',
			'aria-valuemin': 0,
			'aria-valuemax': 41,
			'aria-valuenow': 0,
		}),
		element('span', { 'data-icon': 'ptt-status' }),
		length,
	);
}

export function sticker(words: Words): HTMLElement {
	return element(
		'div',
		{},
		element('img', {
			alt: words.sticker,
			src: pictureAddress(),
			width: 120,
			height: 120,
		}),
	);
}

export function isFileName(text: string | undefined): boolean {
	return text !== undefined && /\.\p{L}[\p{L}\p{N}]{1,4}$/u.test(text);
}

export function file(name: string): HTMLElement {
	const shown = element('span', { dir: 'auto' });
	shown.textContent = name;
	const size = element('span', { title: '310 kB' });
	size.textContent = '310 kB';
	return element(
		'div',
		{ role: 'button', title: `Download "${name}"` },
		element('span', { 'data-icon': 'document-PDF-icon' }),
		shown,
		size,
	);
}

/** No page with a call was seen: this is a guess. */
export function call(message: StageMessage, words: Words): HTMLElement {
	const text = element('span', { dir: 'auto' });
	text.textContent = message.text ?? words.call;
	const isMissed = message.text === undefined;
	const name = isMissed ? 'ic-call-missed' : 'ic-call';
	return element('div', {}, element('span', {}, icon({}, name)), text);
}

let picture: string | null = null;

/** Pictures are served from memory, under an address of the page's own. */
function pictureAddress(): string {
	if (typeof URL.createObjectURL !== 'function') return 'blob:https://web.whatsapp.com/picture';
	picture ??= URL.createObjectURL(
		new Blob(
			[
				'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><circle cx="2" cy="1.5" r="1"/></svg>',
			],
			{
				type: 'image/svg+xml',
			},
		),
	);
	return picture;
}
