/** One row of the chat list, as cut from the live page on 2026-08-31. */
import { element, icon, textWithEmoji } from '../elements';
import { isMine, lastMessage, type Stage, type StageChat } from '../stage';
import { chatAddress, isMessengerHost } from './address';
import { emojiPicture } from './emoji';
import { firstName, isTombstone, unsentSentence } from './labels';
import { look } from './look';
import { age } from './times';
import { fill, wordsOf } from './words';

export function drawChatRow(stage: Stage, chat: StageChat, open: () => void): HTMLElement {
	const words = wordsOf(stage.language);
	const link = element(
		'a',
		{
			class: `${look('link')} ${chat === stage.openChat ? look('current') : ''}`,
			href: chatAddress(chat),
			role: 'link',
			'aria-current': chat === stage.openChat ? 'page' : null,
		},
		element('div', { class: look('avatar') }, icon({ 'aria-hidden': 'true' })),
		// Where the hidden "online" stands is a guess; it is known to be in rows.
		isOnline(chat) && isMessengerHost()
			? element('div', { class: look('away') }, document.createTextNode(words.online))
			: null,
		textLine('name', chat, [document.createTextNode(chat.name)]),
		previewLine(stage, chat),
		...ageOf(stage, chat),
		chat.muted ? element('div', { class: look('muted'), style: '--disabled-icon: 1' }) : null,
	);
	link.addEventListener('click', (event) => {
		event.preventDefault();
		open();
	});
	const menu = element('div', {
		class: look('rowMenu'),
		'aria-label': fill(words.moreOptions, { name: chat.name }),
		role: 'button',
	});
	// A gridcell is there in some captures and not in others; which host has it is a guess.
	const content = isMessengerHost()
		? [element('div', { role: 'gridcell' }, link, menu)]
		: [link, menu];
	return element('div', { class: look('row'), role: 'row' }, ...content);
}

function isOnline(chat: StageChat): boolean {
	return !chat.isGroup && chat.nativeId.endsWith('2');
}

/** `dir` stands on messenger.com's rows (2026) and not in the live cut of facebook.com. */
function textLine(part: string, chat: StageChat, content: Node[], mark?: Node): HTMLElement {
	const weight = chat.unread ? look('unread') : '';
	const text = isMessengerHost()
		? element('span', { dir: 'auto' }, element('span', {}, ...content))
		: element('span', {}, ...content);
	return element('span', { class: `${look(part)} ${weight}` }, mark, text);
}

function previewLine(stage: Stage, chat: StageChat): HTMLElement | null {
	const text = previewOf(stage, chat);
	if (text === null) return null;
	const mark = chat.unread
		? element(
				'div',
				{ class: look('away') },
				document.createTextNode(wordsOf(stage.language).unread),
			)
		: undefined;
	return textLine('preview', chat, textWithEmoji(text, emojiPicture), mark);
}

/** "You: …" for own ones, the sender's first name in groups, a sentence for what has no text. */
function previewOf(stage: Stage, chat: StageChat): string | null {
	const message = lastMessage(chat);
	if (!message) return null;
	const words = wordsOf(stage.language);
	const who = isMine(stage, message) ? words.you : firstName(stage, message);
	if (isTombstone(message)) return unsentSentence(stage, message);
	if (message.kind === 'system' && message.text) return message.text;
	if (!message.text) return fill(words.attachment, { who });
	const oneLine = message.text.replaceAll('\n', ' ');
	return isMine(stage, message) || chat.isGroup ? `${who}: ${oneLine}` : oneLine;
}

function ageOf(stage: Stage, chat: StageChat): Node[] {
	const message = lastMessage(chat);
	if (!message) return [];
	const { long, short } = age(message.sentAt, Date.now(), stage.language);
	return [
		element(
			'span',
			{ class: look('away') },
			element(
				'span',
				{},
				element(
					'span',
					{},
					element('span', {}, document.createTextNode('\u00a0')),
					element('span', { 'aria-hidden': 'true' }, document.createTextNode(' · ')),
				),
			),
		),
		element(
			'abbr',
			{ class: look('time'), 'aria-label': long },
			element('span', {}, document.createTextNode(short)),
		),
	];
}
