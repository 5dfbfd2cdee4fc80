/** What a message carries, by kind. */
import { element, icon, textWithEmoji } from '../elements';
import { hashText } from '../random';
import { personOf, type Stage, type StageMessage } from '../stage';
import { call, file, isFileName, pictures, sticker, video, voice } from './bubble-media';
import { emojiPicture } from './emoji-picture';
import { isGone } from './last-message-line';
import { labelLate } from './late-labels';
import { clockText, stampText } from './times';
import type { Words } from './words';

export function contentOf(
	stage: Stage,
	message: StageMessage,
	words: Words,
): (HTMLElement | null)[] {
	if (isGone(message)) return [recalled(words)];
	const { kind, text } = message;
	switch (kind) {
		case 'photo':
			return [
				quoteOf(stage, message, words),
				pictures(message, words),
				captionOf(stage, message, words),
			];
		case 'video':
			return [video(words), captionOf(stage, message, words)];
		case 'voice':
			return [voice(words)];
		case 'sticker':
			return [sticker(words)];
		case 'file':
			return isFileName(text)
				? [file(text ?? '')]
				: [file('document.pdf'), captionOf(stage, message, words)];
		case 'call':
			return [call(message, words)];
		case 'unsupported':
			return [plainLine(text ?? words.unsupported)];
		// WhatsApp has no shared posts: what stands for one here is a text with a link.
		default:
			return [quoteOf(stage, message, words), copyable(stage, message, words)];
	}
}

function captionOf(stage: Stage, message: StageMessage, words: Words): HTMLElement | null {
	return message.text ? copyable(stage, message, words) : null;
}

/** The stamp is what the page's own copying reads. */
function copyable(stage: Stage, message: StageMessage, words: Words): HTMLElement {
	const sender = personOf(stage, message.from).name;
	const inner = element('span', {}, ...linesOf(message.text ?? '', stage));
	const body = element(
		'span',
		{
			'data-testid': 'selectable-text',
			dir: 'auto',
			class: 'selectable-text copyable-text',
			style: 'min-height: 0px;',
		},
		inner,
	);
	return element(
		'div',
		{
			class: 'copyable-text',
			'data-pre-plain-text': stampText(message.sentAt, stage.language, sender),
		},
		element('div', {}, body, spacer(stage, message, words)),
	);
}

function linesOf(text: string, stage: Stage): Node[] {
	return text
		.split('\n')
		.flatMap((line, index) => [
			...(index > 0 ? [document.createElement('br')] : []),
			...mentionsIn(line, stage),
		]);
}

/** "@Name" of someone known is a button of its own (2026-08-23). */
function mentionsIn(line: string, stage: Stage): Node[] {
	const mentioned = stage.scenario.people.find(({ name }) => line.includes(`@${name}`));
	if (!mentioned) return textWithEmoji(line, emojiPicture);
	const [before = '', ...after] = line.split(`@${mentioned.name}`);
	return [
		...textWithEmoji(before, emojiPicture),
		mention(mentioned.name),
		...mentionsIn(after.join(`@${mentioned.name}`), stage),
	];
}

/** The private id is the only one that the page still shows. */
function mention(name: string): HTMLElement {
	const shown = element('span', { dir: 'ltr' });
	shown.textContent = name;
	return element(
		'span',
		{ role: 'button' },
		element(
			'span',
			{
				dir: 'auto',
				'data-testid': 'select-all selectable-text',
				'data-plain-text': `@${name}`,
				'data-app-text-template': `${String(hashText(name)).padStart(15, '1')}@lid`,
			},
			document.createTextNode('@'),
			shown,
		),
	);
}

/** Keeps room for the corner; not seen and not said. */
function spacer(stage: Stage, message: StageMessage, words: Words): HTMLElement {
	const time = element('span', {});
	time.textContent = clockText(message.sentAt, stage.language);
	const edited = element('span', {});
	edited.textContent = words.edited;
	return element(
		'span',
		{},
		element('span', { 'aria-hidden': 'true' }, message.edited ? edited : null, time),
	);
}

function quoteOf(stage: Stage, message: StageMessage, words: Words): HTMLElement | null {
	if (!message.quote) return null;
	const isOwn = message.quote.from === stage.me.id;
	const author = element('span', { 'data-testid': 'author', dir: 'auto' });
	author.textContent = isOwn ? words.you : personOf(stage, message.quote.from).name;
	const text = element('span', {
		'data-testid': 'selectable-text',
		dir: 'auto',
		class: 'quoted-mention',
	});
	text.append(...linesOf(message.quote.text, stage));
	return element(
		'div',
		{ 'data-testid': 'quoted-message' },
		labelLate(element('div', { role: 'button' }, author, text), words.quoted),
	);
}

function recalled(words: Words): HTMLElement {
	const text = element('span', { dir: 'auto' });
	text.textContent = words.deleted;
	return element(
		'div',
		{},
		element('span', { 'data-icon': 'recalled' }, icon({}, 'recalled')),
		text,
	);
}

function plainLine(text: string): HTMLElement {
	const span = element('span', { dir: 'auto' });
	span.textContent = text;
	return element('div', {}, span);
}
