/** The page around list and chat, and the pages that are not the messenger. */
import { element } from '../elements';
import type { Stage, StageChat } from '../stage';
import { chatAddress, homeAddress, isMessengerHost } from './address';
import { look } from './look';
import { fill, wordsOf } from './words';

/** messenger.com's left bar: its links carry the newest chat's digits and a focus target. */
export function drawBar(stage: Stage): HTMLElement | null {
	if (!isMessengerHost()) return null;
	const words = wordsOf(stage.language);
	const newest = stage.chats[0]?.nativeId ?? '0';
	const unread = stage.chats.filter((chat) => chat.unread).length;
	const item = (href: string, label: string): HTMLElement =>
		element(
			'a',
			{ class: look('barItem'), href, role: 'link', tabindex: '0', 'aria-label': label },
			element('span', {}, document.createTextNode(label.slice(0, 1))),
		);
	return element(
		'div',
		{ class: look('bar'), 'aria-label': words.settings, role: 'navigation' },
		item(`/t/${newest}/?focus_target=1`, fill(words.unreadChats, { n: String(unread) })),
		item(`/requests/t/${newest}/?focus_target=2`, words.search),
		item(`/marketplace/t/${newest}/?focus_target=3`, words.settings),
	);
}

/** Header, hidden heading and status before the log, composer after it. The header is a guess. */
export function drawMain(
	stage: Stage,
	chat: StageChat | null,
	log: HTMLElement | null,
): HTMLElement {
	const words = wordsOf(stage.language);
	if (!chat) return element('div', { class: look('main'), role: 'main' });
	const label = log?.getAttribute('aria-label') ?? '';
	return element(
		'div',
		{ class: look('main'), role: 'main' },
		element(
			'div',
			{},
			element(
				'h2',
				{ class: look('mainHead') },
				element('span', { dir: 'auto' }, document.createTextNode(chat.name)),
			),
		),
		log
			? element('h2', { class: look('away'), dir: 'auto' }, document.createTextNode(label))
			: null,
		log ? element('div', { class: look('away'), role: 'status' }) : null,
		log,
		element('div', {
			class: look('composer'),
			'aria-label': words.compose,
			'aria-placeholder': 'Aa',
			contenteditable: 'true',
			'data-lexical-editor': 'true',
			role: 'textbox',
		}),
	);
}

/** Before the first row. */
export function drawSkeleton(stage: Stage): HTMLElement {
	const words = wordsOf(stage.language);
	const bone = (): HTMLElement =>
		element('div', {
			class: look('skeleton'),
			'data-visualcompletion': 'loading-state',
			'aria-busy': 'true',
		});
	return element(
		'div',
		{ class: look('page') },
		element(
			'div',
			{ class: look('side'), 'aria-label': words.threadList, role: 'navigation' },
			...Array.from({ length: 6 }, bone),
		),
		element('div', { class: look('main'), role: 'main' }),
	);
}

export function drawLogIn(stage: Stage): HTMLElement {
	return element(
		'form',
		{ class: look('form') },
		element('input', { name: 'email', type: 'text' }),
		element('input', { name: 'pass', type: 'password' }),
		element(
			'button',
			{ name: 'login', type: 'button' },
			document.createTextNode(wordsOf(stage.language).logIn),
		),
	);
}

/** The chats' drawer over the feed: bare links, one of them to the list itself (2026). */
function drawDrawer(stage: Stage): HTMLElement {
	const link = (href: string, name: string): HTMLElement =>
		element('a', { href }, document.createTextNode(name));
	return element(
		'div',
		{ 'aria-label': 'Messenger', role: 'dialog' },
		link('/messages/t/', wordsOf(stage.language).chats),
		...stage.chats.map((chat) => link(chatAddress(chat), chat.name)),
	);
}

/** facebook.com outside `/messages`: posts, a way in, and a small chat with a log of its own. */
export function drawFeed(stage: Stage, enter: () => void): HTMLElement {
	const link = element(
		'a',
		{ href: homeAddress(), role: 'link', id: 'enter' },
		document.createTextNode('Messenger'),
	);
	link.addEventListener('click', (event) => {
		event.preventDefault();
		enter();
	});
	const post = (words: string): HTMLElement =>
		element(
			'div',
			{ class: look('post'), role: 'article' },
			element('div', { dir: 'auto' }, document.createTextNode(words)),
		);
	return element(
		'div',
		{},
		element('div', { role: 'banner' }, link),
		element(
			'div',
			{ class: look('feed'), role: 'main' },
			element(
				'div',
				{ role: 'feed' },
				post('Somebody painted a fence.'),
				post('Somebody else ate soup.'),
				post('It may rain on Thursday.'),
			),
		),
		drawDrawer(stage),
		element(
			'div',
			{ class: look('chatTab') },
			element(
				'div',
				{ 'aria-label': fill(wordsOf(stage.language).withPeople, { name: 'Nobody' }), role: 'log' },
				element(
					'div',
					{
						'data-message-id': 'mid.$cAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
						'data-scope': 'messages_table',
					},
					element('div', { dir: 'auto' }, document.createTextNode('A small chat beside the feed')),
				),
			),
		),
	);
}
