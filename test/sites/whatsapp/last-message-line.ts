/** The line under a chat's name: its last message. */
import { element, icon } from '../elements';
import {
	isMine,
	lastMessage,
	personOf,
	type Stage,
	type StageChat,
	type StageMessage,
} from '../stage';
import { isRightToLeft, type Words } from './words';

/** Tick, author, colon, sign, text: in this order (2026 modules). */
export function lastMessageLine(stage: Stage, chat: StageChat, words: Words): HTMLElement {
	const message = lastMessage(chat);
	if (!message) return element('span', { 'data-testid': 'last-msg-status' });
	const text = previewText(message, words);
	const mine = isMine(stage, message);
	const isNotice = message.kind === 'system';
	const hasAuthor = chat.isGroup && !mine && !isNotice;
	const hasTick = mine && !isNotice && !isGone(message) && message.kind !== 'call';
	const isRtl = isRightToLeft(stage.language);
	const shown = element('span', { dir: isRtl ? 'rtl' : 'ltr', style: 'min-height: 0px;' });
	shown.textContent = text;
	return element(
		'span',
		{
			'data-testid': 'last-msg-status',
			title: text === '' ? null : `${isRtl ? '\u202b' : '\u202a'}${text}\u202c`,
		},
		hasTick && element('span', {}, icon({ viewBox: '0 0 24 24' }, 'wds-ic-read')),
		...(hasAuthor ? author(personOf(stage, message.from).name) : []),
		symbol(message),
		shown,
	);
}

function author(name: string): HTMLElement[] {
	const shown = element('span', { dir: 'auto', style: 'min-height: 0px;' });
	shown.textContent = name;
	const colon = element('span', {});
	colon.textContent = ':\u00a0';
	return [element('div', {}, shown), colon];
}

function symbol(message: StageMessage): HTMLElement | null {
	const place = { 'data-testid': 'chat-msg-symbol' };
	if (isGone(message)) {
		return element(
			'div',
			place,
			element('span', { 'data-icon': 'recalled' }, icon({ viewBox: '0 0 24 24' }, 'recalled')),
		);
	}
	// Only `ic-image` is attested; the others are guesses in its style.
	const names: Partial<Record<StageMessage['kind'], string>> = {
		photo: 'ic-image',
		video: 'ic-videocam',
		voice: 'ic-mic',
		file: 'ic-document',
		sticker: 'ic-sticker',
		call: 'ic-call-missed',
	};
	const name = names[message.kind];
	return name ? element('div', place, icon({ viewBox: '0 0 24 24' }, name)) : null;
}

export function isGone(message: StageMessage): boolean {
	return message.unsent || message.kind === 'deleted';
}

export function previewText(message: StageMessage, words: Words): string {
	if (isGone(message)) return words.deleted;
	const named: Partial<Record<StageMessage['kind'], string>> = {
		photo: words.photo,
		video: words.video,
		voice: '0:41',
		sticker: words.sticker,
		call: words.call,
		unsupported: words.unsupported,
	};
	return message.text || (named[message.kind] ?? '');
}
