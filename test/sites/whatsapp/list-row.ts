/** One row of the chat list, as transcribed from a page of 2026-08-12. */
import { element, icon } from '../elements';
import { hashText } from '../random';
import { isMine, lastActivity, lastMessage, type Stage, type StageChat } from '../stage';
import { lastMessageLine } from './last-message-line';
import { labelLate } from './late-labels';
import { durationText, listTimeText, numberText } from './times';
import { fill, type Words, wordsOf } from './words';

/** What a row depends on: it is drawn anew when one of these changes. */
export function rowFacts(stage: Stage, chat: StageChat): unknown[] {
	const { name, unread, muted, pinned, community: above } = chat;
	const isOpen = stage.openChat === chat;
	const day = new Date().toDateString();
	return [stage.language, name, above, unread, muted, pinned, isOpen, lastMessage(chat), day];
}

export function rowContent(stage: Stage, chat: StageChat): HTMLElement {
	const words = wordsOf(stage.language);
	if (chat.nativeId === `${stage.account.id}@c.us`) return ownRow(stage, chat, words);
	return element(
		'div',
		{ role: 'gridcell', tabindex: 0 },
		element(
			'div',
			{ tabindex: -1, 'aria-selected': String(stage.openChat === chat) },
			element(
				'div',
				{ 'data-testid': 'cell-frame-container' },
				avatar(chat),
				element(
					'div',
					{},
					community(chat),
					nameLine(stage, chat, words),
					lastLine(stage, chat, words),
				),
			),
			timerNote(stage, chat, words),
		),
	);
}

/** The chat with oneself has no cells (live reader 2026-07/08). */
function ownRow(stage: Stage, chat: StageChat, words: Words): HTMLElement {
	const title = `${chat.name} (${words.you})`;
	const name = element('span', { dir: 'auto', title });
	name.textContent = title;
	return element(
		'div',
		{ role: 'gridcell', tabindex: 0 },
		element(
			'div',
			{ tabindex: -1, 'aria-selected': String(stage.openChat === chat) },
			element('div', { 'data-testid': 'message-yourself-row' }, element('div', {}, name)),
		),
	);
}

function avatar(chat: StageChat): HTMLElement {
	const badge =
		chat.disappearsAfterMs !== undefined &&
		element('span', {}, icon({ viewBox: '0 0 24 24' }, 'wds-ic-disappearing-messages'));
	return element(
		'div',
		{},
		element(
			'div',
			{ style: 'height: 48px; width: 48px;' },
			element('img', {
				src: initialPicture(chat.name),
				width: 48,
				height: 48,
				alt: '',
				'aria-hidden': 'true',
				draggable: 'false',
				tabindex: -1,
			}),
			badge,
		),
	);
}

/** Name of the community above the group's own (2026-09-02). */
function community(chat: StageChat): HTMLElement | null {
	if (chat.community === undefined) return null;
	const name = element('span', { dir: 'auto', title: chat.community });
	name.textContent = chat.community;
	return element('div', { 'data-testid': 'cell-frame-label' }, name);
}

function nameLine(stage: Stage, chat: StageChat, words: Words): HTMLElement {
	const announced =
		typeof chat.unread === 'number' && chat.unread > 0
			? element('span', {}, fill2(words.unreadCount, chat.unread, stage))
			: null;
	const name = element('span', { dir: 'auto', title: chat.name, style: 'min-height: 0px;' });
	name.textContent = chat.name;
	const time = element('span', {});
	time.textContent = listTimeText(lastActivity(chat), stage.language, Date.now());
	return element(
		'div',
		{ role: 'gridcell', 'aria-colindex': 2 },
		element(
			'div',
			{ 'data-testid': 'cell-frame-title' },
			element('div', {}, element('div', {}, announced, name)),
		),
		element('div', { 'data-testid': 'cell-frame-primary-detail' }, time),
	);
}

function lastLine(stage: Stage, chat: StageChat, words: Words): HTMLElement {
	return element(
		'div',
		{ 'data-testid': 'cell-frame-secondary' },
		element('div', {}, lastMessageLine(stage, chat, words)),
		element(
			'div',
			{ role: 'gridcell', 'aria-colindex': 1 },
			element(
				'span',
				{},
				chat.muted ? mutedIcon(words) : null,
				mentionIcon(stage, chat, words),
				missedCalls(stage, chat, words),
			),
			element('span', {}, chat.pinned ? pinnedIcon(words) : null, badge(stage, chat, words)),
			element('span', {}),
		),
	);
}

/** A missed call is counted beside unread messages, in digits too (2026 modules). */
function missedCalls(stage: Stage, chat: StageChat, words: Words): HTMLElement | null {
	const last = lastMessage(chat);
	if (last?.kind !== 'call' || isMine(stage, last)) return null;
	const counter = element('span', { 'data-testid': 'missed-call-counter' });
	counter.textContent = '1';
	return labelLate(counter, words.call);
}

function mentionIcon(stage: Stage, chat: StageChat, words: Words): HTMLElement | null {
	if (!chat.unread || !lastMessage(chat)?.text?.includes(`@${stage.me.name}`)) return null;
	return labelLate(
		element('div', { 'data-testid': 'icon-mentions' }, icon({}, 'ic-alternate-email')),
		`@${words.you}`,
	);
}

function mutedIcon(words: Words): HTMLElement {
	return labelLate(
		element(
			'div',
			{ 'data-testid': 'mute-notifications-refreshed' },
			icon({ viewBox: '0 0 24 24' }, 'ic-notifications-off'),
		),
		words.muted,
	);
}

function pinnedIcon(words: Words): HTMLElement {
	return labelLate(element('div', {}, icon({ viewBox: '0 0 24 24' }, 'ic-push-pin')), words.pinned);
}

/** The counter stops at 999+; "marked unread" has no number. */
function badge(stage: Stage, chat: StageChat, words: Words): HTMLElement | null {
	const { unread } = chat;
	if (!unread) return null;
	const count = element('span', { 'data-testid': 'icon-unread-count' });
	if (unread === true) labelLate(count, words.unread);
	else {
		const text = unread > 999 ? '999+' : numberText(unread, stage.language);
		const digits = element('span', {});
		digits.textContent = text;
		count.append(digits);
		labelLate(count, fill(words.unreadCount, text));
	}
	return element('div', { 'aria-hidden': 'true' }, count);
}

function timerNote(stage: Stage, chat: StageChat, words: Words): HTMLElement | null {
	if (chat.disappearsAfterMs === undefined) return null;
	const duration = durationText(chat.disappearsAfterMs, stage.language);
	return labelLate(element('span', {}), fill(words.timer, duration));
}

function fill2(template: string, count: number, stage: Stage): Text {
	return document.createTextNode(fill(template, numberText(count, stage.language)));
}

/** A coloured disc with a name's first letter. */
function initialPicture(name: string): string {
	const hue = hashText(name) % 360;
	const letter = [...name][0]?.replace(/[<&]/u, '') ?? '';
	const disc = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="hsl(${hue} 35% 62%)"/><text x="24" y="31" text-anchor="middle" font-family="sans-serif" font-size="20" fill="white">${letter}</text></svg>`;
	return `data:image/svg+xml,${encodeURIComponent(disc)}`;
}
