/** What a message holds: text, media, cards. Pictures are plain colours. */
import { element, textWithEmoji } from '../elements';
import { hashText } from '../random';
import type { Stage, StageMessage } from '../stage';
import { boxes } from './boxes';
import { emojiPicture, emptyPicture } from './emoji';
import { unsentSentence } from './labels';
import { look } from './look';
import { fill, wordsOf } from './words';

const presentation = { role: 'presentation' };
const onlyEmoji =
	/^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\s)+$/u;

/** `<div><span>…</span></div>` around all that one message holds. */
export function drawBubble(stage: Stage, message: StageMessage, own: boolean): HTMLElement {
	return element('div', {}, element('span', {}, ...parts(stage, message, own)));
}

function parts(stage: Stage, message: StageMessage, own: boolean): (Node | null)[] {
	const words = wordsOf(stage.language);
	if (message.unsent || message.kind === 'deleted') {
		return [textPart(unsentSentence(stage, message), own)];
	}
	const body = message.text ? textPart(message.text, own) : null;
	const viewer = `/messenger_media/?attachment_id=${hashText(message.id)}`;
	switch (message.kind) {
		case 'text':
			return [body];
		case 'photo':
			return [mediaLink({ 'aria-label': words.openPhoto, href: viewer }, picture()), body];
		case 'video':
			return [
				frame(element('div', {}, element('video', { class: look('picture'), preload: 'none' }))),
				body,
			];
		// No page with a voice message was found: `audio` and a slider are expected.
		case 'voice':
			return [
				frame(
					element('div', { 'aria-label': words.play, role: 'button', tabindex: '-1' }),
					element('div', { class: look('bubble'), role: 'slider', 'aria-valuetext': '0:12' }),
				),
				body,
			];
		// A picture that is not opened by a click, expected of stickers.
		case 'sticker':
			return [frame(element('div', {}, picture())), body];
		case 'file':
			return [
				mediaLink(
					{ href: viewer, download: 'file' },
					element('span', { dir: 'auto' }, document.createTextNode('▤')),
				),
				body,
			];
		case 'share':
			return [body, card(fill(words.openAttachment, { name: 'stube.example' }))];
		// A line and a button to call back, expected.
		case 'call':
			return [
				frame(
					...(message.text
						? [element('span', { dir: 'auto' }, document.createTextNode(message.text))]
						: []),
					element(
						'div',
						{ 'aria-label': words.callBack, role: 'button', tabindex: '-1' },
						element('span', {}, document.createTextNode(words.callBack)),
					),
				),
			];
		default:
			return [frame(element('div'))];
	}
}

/** Text alone: a run of nothing but emoji has no `span` around its block. */
function textPart(text: string, own: boolean): HTMLElement {
	const pictures = textWithEmoji(text, emojiPicture);
	const look_ = `${look('bubble')} ${own ? look('own') : ''}`;
	if (onlyEmoji.test(text)) {
		return element(
			'div',
			{ role: 'none' },
			ownMargin(own),
			element('div', {}, element('div', {}, element('div', { dir: 'auto' }, ...pictures))),
		);
	}
	return element(
		'div',
		{ role: 'none' },
		ownMargin(own),
		element(
			'div',
			{ class: look_ },
			element(
				'div',
				presentation,
				element('span', { dir: 'auto' }, element('div', { dir: 'auto' }, ...withLinks(text))),
			),
		),
		own ? null : element('div', presentation, element('div', presentation)),
	);
}

/** Own bubbles begin with an empty place, others' end with one. */
function ownMargin(own: boolean): HTMLElement | null {
	return own ? element('div', presentation, element('div', presentation)) : null;
}

function withLinks(text: string): Node[] {
	return text
		.split(/(https?:\/\/\S+)/u)
		.flatMap((part): Node[] =>
			/^https?:\/\//u.test(part)
				? [
						element(
							'span',
							{},
							element(
								'a',
								{ role: 'link', tabindex: '-1', href: part },
								document.createTextNode(part),
							),
						),
					]
				: textWithEmoji(part, emojiPicture),
		);
}

function frame(...content: Node[]): HTMLElement {
	return element('div', presentation, element('div', {}, ...content));
}

/** A link around nested boxes, then the ring that shows its focus. */
function mediaLink(attributes: Record<string, string>, content: Node): HTMLElement {
	return frame(
		element(
			'a',
			{ role: 'link', tabindex: '-1', ...attributes },
			boxes(5, content),
			element('div'),
			element('div', { role: 'none', 'data-visualcompletion': 'ignore' }),
		),
	);
}

function picture(): HTMLElement {
	return element('img', {
		class: look('picture'),
		alt: '',
		src: emptyPicture,
	});
}

/** A card below the text: its lines are `span`, never `div` (saved page of 2026-08). */
function card(label: string): HTMLElement {
	const line = (content: string): HTMLElement =>
		element('span', { dir: 'auto' }, element('span', {}, document.createTextNode(content)));
	const link = element(
		'a',
		{ 'aria-label': label, role: 'link', tabindex: '-1', href: 'https://stube.example/' },
		element(
			'div',
			{},
			element(
				'div',
				{},
				element('div'),
				element('span', { dir: 'auto' }, document.createTextNode('Stube')),
			),
			element('div'),
			boxes(
				3,
				boxes(3, line('A card about something shared')),
				element('div'),
				boxes(5, line('stube.example')),
			),
		),
	);
	return element('div', presentation, boxes(3, link));
}
