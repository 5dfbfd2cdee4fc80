/** One message, as transcribed from a page of 2026-08-12. */
import { element, icon } from '../elements';
import { isMine, personOf, type Stage, type StageChat, type StageMessage } from '../stage';
import { contentOf } from './bubble-content';
import { emojiPicture } from './emoji-picture';
import { messageIdOf } from './ids';
import { isGone } from './last-message-line';
import { labelLate } from './late-labels';
import { clockText } from './times';
import { fill, type Words, wordsOf } from './words';

/** Where in a run of one person's messages it stands. */
export interface Neighbours {
	isFirst: boolean;
	isLast: boolean;
}

/** What a message's element depends on. */
export function messageFacts(
	stage: Stage,
	chat: StageChat,
	message: StageMessage,
	neighbours: Neighbours,
): unknown[] {
	return [stage.language, chat.disappearsAfterMs ?? 0, message, neighbours];
}

export function messageRow(
	stage: Stage,
	chat: StageChat,
	message: StageMessage,
	neighbours: Neighbours,
): HTMLElement {
	const words = wordsOf(stage.language);
	const isNotice = message.kind === 'system';
	const note =
		chat.disappearsAfterMs !== undefined && !isNotice
			? labelLate(element('span', {}), words.disappearing)
			: null;
	const container = isNotice
		? noticeOf(message)
		: element(
				'div',
				{ 'data-testid': 'msg-container' },
				neighbours.isFirst && tailOf(isMine(stage, message)),
				element(
					'div',
					{},
					...whoSays(stage, chat, message, neighbours, words),
					...contentOf(stage, message, words),
					metaOf(stage, message, words),
				),
				note,
			);
	const hydrated = element(
		'div',
		{ 'data-virtualized': 'false' },
		element(
			'div',
			{},
			element(
				'div',
				{ class: 'focusable-list-item' },
				element('span', {}),
				container,
				element(
					'div',
					{ 'data-testid': 'addon-bubble-container' },
					isGone(message) ? null : reactionsOf(message, words),
				),
			),
		),
	);
	return rowAround(stage, message, hydrated);
}

/** The place of a message that is not drawn. */
export function shellRow(stage: Stage, message: StageMessage, height: number): HTMLElement {
	const space = element('div', { style: `height: ${height}px;` });
	return rowAround(stage, message, element('div', { 'data-virtualized': 'true' }, space));
}

function rowAround(stage: Stage, message: StageMessage, inner: HTMLElement): HTMLElement {
	const mine = isMine(stage, message);
	const id = messageIdOf(message, mine);
	// `data-own` is this page's own, for its style; no reader may use it.
	return element(
		'div',
		{ 'data-own': mine && message.kind !== 'system' },
		element(
			'div',
			{},
			element(
				'div',
				{ tabindex: -1, role: 'row' },
				element('div', { tabindex: -1, 'data-id': id, 'data-testid': `conv-msg-${id}` }, inner),
			),
		),
	);
}

function tailOf(mine: boolean): HTMLElement {
	const name = mine ? 'tail-out' : 'tail-in';
	return element(
		'span',
		{ 'aria-hidden': 'true', 'data-icon': name },
		icon({ viewBox: '0 0 8 13', height: 13, width: 8 }, name),
	);
}

/** Label on the first and last of a run, author only in groups; none in the middle. */
function whoSays(
	stage: Stage,
	chat: StageChat,
	message: StageMessage,
	{ isFirst, isLast }: Neighbours,
	words: Words,
): (HTMLElement | null)[] {
	if (!isFirst && !isLast) return [];
	const mine = isMine(stage, message);
	const { name } = personOf(stage, message.from);
	const label = labelLate(element('span', {}), `${mine ? words.you : name}:`);
	if (!chat.isGroup || mine) return [label];
	const author = element('span', { 'data-testid': 'author', dir: 'auto' });
	author.textContent = name;
	return [label, element('div', { role: '' }, author)];
}

/** Time, and for one's own messages a tick; only there it is a button. */
function metaOf(stage: Stage, message: StageMessage, words: Words): HTMLElement {
	const mine = isMine(stage, message);
	const time = element('span', { dir: 'auto' });
	time.textContent = clockText(message.sentAt, stage.language);
	const edited = element('span', {});
	edited.textContent = words.edited;
	return element(
		'div',
		{ 'data-testid': 'msg-meta', role: mine ? 'button' : null },
		message.edited && !isGone(message) ? edited : null,
		time,
		mine && !isGone(message) ? tick(words) : null,
	);
}

function tick(words: Words): HTMLElement {
	const sign = element(
		'span',
		{ 'aria-hidden': 'false' },
		icon({ height: 16, width: 16 }, 'wds-ic-read'),
	);
	return element('div', {}, labelLate(sign, ` ${words.read} `));
}

function noticeOf(message: StageMessage): HTMLElement {
	const text = element('span', { dir: 'auto' });
	text.textContent = message.text ?? '';
	return element(
		'div',
		{ 'data-testid': 'msg-notification-container' },
		element('div', {}, element('div', {}, text)),
	);
}

function reactionsOf(message: StageMessage, words: Words): HTMLElement | null {
	if (!message.reactions?.length) return null;
	const button = element(
		'button',
		{ 'data-testid': 'reaction-bubble', 'aria-haspopup': 'true' },
		...message.reactions.map((glyph) => emojiPicture(glyph)),
	);
	return labelLate(button, fill(words.reaction, message.reactions.join(' ')));
}
