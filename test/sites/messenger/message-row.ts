/**
 * One message, attribute for attribute as in the saved pages of 2026-08. What those do
 * not have (photos' pictures, calls, system rows, tombstones, edited marks, peers'
 * replies) is a guess, marked as such.
 */
import { element, textWithEmoji } from '../elements';
import { isMine, personOf, type Stage, type StageChat, type StageMessage } from '../stage';
import { emojiPicture, emptyPicture } from './emoji';
import { messageIdOf } from './ids';
import { isTombstone, labelsOf, learnName } from './labels';
import { look } from './look';
import { bodyRow, quoteBlock } from './message-cells';
import { fill, wordsOf } from './words';

/** Where a message stands among its neighbours. */
export interface RowPlace {
	isRunStart: boolean;
	isRunEnd: boolean;
	/** The newest own message: it says whether it was sent. */
	isLastOwn: boolean;
	hasFocus: boolean;
	/** Who has seen the newest own message. */
	seenBy: string | null;
}

const presentation = { role: 'presentation' };

export function drawMessage(
	stage: Stage,
	chat: StageChat,
	message: StageMessage,
	place: RowPlace,
): HTMLElement {
	const labels = labelsOf(stage, chat, message);
	const own = isMine(stage, message);
	const isSystem = message.kind === 'system';
	const row = element(
		'div',
		{
			'aria-label': labels.row,
			'aria-roledescription': wordsOf(stage.language).message,
			'data-message-id': messageIdOf(chat, message),
			'data-scope': 'messages_table',
			tabindex: place.hasFocus ? '0' : '-1',
		},
		...(isSystem ? [systemLine(message)] : messageParts(stage, chat, message, place, own)),
	);
	const button = element(
		'div',
		{ 'aria-label': labels.button, role: 'button', tabindex: '-1' },
		element(
			'div',
			{ class: look('away') },
			element('div', {}, element('span', { dir: 'auto' }, text(labels.row))),
		),
		element('div', { role: 'none', 'data-visualcompletion': 'ignore' }),
	);
	return element(
		'div',
		{ role: 'article' },
		element('div', {}, row),
		element('div', { role: 'none' }, button),
	);
}

/** Names arrive a moment after the row: its labels change then, its id does not. */
export function hydrate(
	article: HTMLElement,
	stage: Stage,
	chat: StageChat,
	message: StageMessage,
): void {
	if (isMine(stage, message)) return;
	learnName(message);
	const labels = labelsOf(stage, chat, message);
	article.querySelector('[data-message-id]')?.setAttribute('aria-label', labels.row);
	article
		.querySelector(':scope > [role=none] > [role=button]')
		?.setAttribute('aria-label', labels.button);
}

function messageParts(
	stage: Stage,
	chat: StageChat,
	message: StageMessage,
	place: RowPlace,
	own: boolean,
): (Node | null)[] {
	const words = wordsOf(stage.language);
	const quote = isTombstone(message) ? undefined : message.quote;
	const isHeaded = place.isRunStart || quote !== undefined;
	return [
		isHeaded ? heading(stage, chat, message, own) : null,
		isHeaded ? element('div', presentation) : null,
		quote ? quoteBlock(quote.text, own, words) : null,
		bodyRow(stage, message, place),
		own || place.isRunEnd ? element('div', presentation) : null,
		own ? delivery(stage, place) : null,
	];
}

/** Empty in 1:1 chats, the name in groups (expected), "X replied to Y" on replies. */
function heading(stage: Stage, chat: StageChat, message: StageMessage, own: boolean): HTMLElement {
	const words = wordsOf(stage.language);
	const name = personOf(stage, message.from).name;
	const title = element('h3', { class: look('above'), dir: 'auto' });
	if (message.quote && !isTombstone(message)) {
		const who = own ? words.you : name;
		const other =
			message.quote.from === stage.me.id ? words.you : personOf(stage, message.quote.from).name;
		title.append(
			element(
				'div',
				{ role: 'none' },
				element(
					'div',
					presentation,
					element(
						'div',
						{},
						element('div'),
						element(
							'div',
							{},
							element(
								'span',
								{ dir: 'auto' },
								element('span', {}, text(fill(words.replied, { who, other }))),
							),
						),
						element('div', {}, element('span', { dir: 'auto' }, element('span'))),
					),
				),
			),
		);
	} else if (chat.isGroup && !own) title.append(text(name));
	return element(
		'div',
		presentation,
		element('div', {}, element('div', {}, element('span', { 'aria-hidden': 'true' }, title))),
	);
}

function delivery(stage: Stage, place: RowPlace): HTMLElement {
	if (!place.isLastOwn) return element('div');
	const { seenBy } = place;
	if (seenBy !== null) {
		// The words are replaced by a picture whose `alt` has them (2026-09).
		const picture = element('img', { class: look('seen'), alt: `✓ ${seenBy}`, src: emptyPicture });
		return element('div', {}, element('span', {}, picture));
	}
	const ago = new Intl.RelativeTimeFormat(stage.language).format(-1, 'minute');
	return element(
		'div',
		{ class: look('notice') },
		element(
			'span',
			presentation,
			element(
				'span',
				{ dir: 'auto' },
				element('span', {}, text(fill(wordsOf(stage.language).sent, { ago }))),
			),
		),
	);
}

/** Rows about the chat itself. That they have an id and no toolbar is a guess. */
function systemLine(message: StageMessage): HTMLElement {
	return element(
		'div',
		{ class: look('notice'), role: 'presentation' },
		element(
			'div',
			{},
			element('span', { dir: 'auto' }, ...textWithEmoji(message.text ?? '', emojiPicture)),
		),
	);
}

function text(content: string): Text {
	return document.createTextNode(content);
}
