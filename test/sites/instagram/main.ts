/**
 * Stand-in for Instagram Direct on the web, built after a page of 2026-04-23 and what
 * readers until 2026-10 say. A hidden tab keeps drawing: nothing is known of it otherwise.
 */
import { element } from '../elements';
import type { SiteAction } from '../scenario';
import { type Drawing, type Stage, startSite } from '../stage';
import { makeElsewhere, makeMenu, makeSignIn } from './elsewhere';
import { labelsOf } from './labels';
import { hydrateLabels } from './late';
import { drawRows, drawSkeleton, forgetRows, makeColumn, windowOfChats } from './list';
import { style } from './style';
import { drawMessages, forgetThread, makeThread, windowOfMessages } from './thread';

const skeletonMs = 150;
const labelsMs = 80;
const threadMs = 60;
const tickMs = 20_000;

interface Page {
	column: HTMLElement;
	place: HTMLElement;
	thread: HTMLElement | null;
	chatId: string | null;
}

let page: Page | null = null;

const drawing: Drawing = {
	network: 'instagram',
	draw,
	nativeMessageId: () => null,
	shownChats: (stage) => (page ? windowOfChats(stage).chats.map(({ id }) => id) : []),
	shownMessages: (stage) =>
		page?.thread ? windowOfMessages(stage).messages.map(({ id }) => id) : [],
};

async function draw(stage: Stage, action: SiteAction | null): Promise<void> {
	if (action === null) start(stage);
	followLanguage(stage);
	if (stage.signedOut) return signOut();
	if (action?.do === 'open') go(`/direct/t/${stage.openChat?.nativeId}/`);
	if (action?.do === 'close') go('/direct/inbox/');
	if (!location.pathname.startsWith('/direct')) return leave(stage);
	if (action?.do === 'language') page = null;
	if (!page) await enter(stage);
	else drawRows(stage, page.column);
	await drawThread(stage);
	showTitle(stage);
}

function start(stage: Stage): void {
	document.head.append(element('style', {}, style));
	followAddress(stage);
	window.addEventListener('popstate', () => {
		followAddress(stage);
		void draw(stage, { do: 'show' });
	});
	// Guess: lines between messages follow the clock as rows do.
	setInterval(() => {
		// Where a test took the page apart, or its document is gone, nothing is drawn any more.
		if (!globalThis.document || !page?.column.querySelector('[data-pagelet]')) return;
		drawRows(stage, page.column);
		if (page.thread && page.chatId === stage.openChat?.id) {
			drawMessages(stage, stage.openChat, page.thread);
		}
	}, tickMs);
}

/** The chat that the address names is open from the start, and read. */
function followAddress(stage: Stage): void {
	const id = location.pathname.match(/^\/direct\/t\/(\d+)/u)?.[1];
	stage.openChat = stage.chats.find((chat) => chat.nativeId === id) ?? null;
	if (stage.openChat) stage.openChat.unread = 0;
}

/** First the frame with an empty list, then rows, then their labels. */
async function enter(stage: Stage): Promise<void> {
	forgetRows();
	forgetThread();
	const column = makeColumn(stage, (first) => scroll(stage, 'listScroll', first));
	const place = element('div', { 'data-stand-in': 'empty' });
	document.body.replaceChildren(
		element(
			'div',
			{ id: 'mount_0_0_stand-in' },
			element(
				'div',
				{ 'data-stand-in': 'page' },
				makeMenu(stage, () => void window.site.act({ do: 'close' })),
				column,
				place,
			),
		),
	);
	drawSkeleton(column);
	await pause(skeletonMs);
	page = { column, place, thread: null, chatId: null };
	drawRows(stage, column);
	await pause(labelsMs);
	hydrateLabels();
}

async function drawThread(stage: Stage): Promise<void> {
	if (!page) return;
	const chat = stage.openChat;
	if (!chat) {
		page.thread?.replaceWith(page.place);
		page.thread = null;
		page.chatId = null;
		return;
	}
	if (page.chatId !== chat.id) {
		const thread = makeThread(stage, chat, (first) => scroll(stage, 'threadScroll', first));
		(page.thread ?? page.place).replaceWith(thread);
		page.thread = thread;
		page.chatId = chat.id;
		forgetThread();
		await pause(threadMs);
	}
	if (page.thread && stage.openChat === chat) drawMessages(stage, chat, page.thread);
}

/** What scrolling by hand does; the newest messages are followed again at the end. */
function scroll(stage: Stage, which: 'listScroll' | 'threadScroll', first: number): void {
	const { all, start } = windowOfMessages(stage);
	const next = which === 'threadScroll' && first >= all.length - 30 ? null : Math.max(0, first);
	const now = which === 'threadScroll' ? start : windowOfChats(stage).start;
	if (next !== null && Math.abs(next - now) < 3) return;
	if (stage[which] === next) return;
	stage[which] = next;
	if (!page) return;
	if (which === 'listScroll') drawRows(stage, page.column);
	else if (stage.openChat && page.thread) drawMessages(stage, stage.openChat, page.thread);
}

function signOut(): void {
	page = null;
	history.replaceState(null, '', '/accounts/login/?next=%2Fdirect%2Finbox%2F');
	document.body.replaceChildren(makeSignIn());
}

function leave(stage: Stage): void {
	page = null;
	document.body.replaceChildren(
		...makeElsewhere(stage, () => void window.site.act({ do: 'close' })),
	);
	hydrateLabels();
}

function go(path: string): void {
	if (location.pathname !== path) history.pushState(null, '', path);
}

function followLanguage({ language }: Stage): void {
	const page = document.documentElement;
	const direction = /^(?:ar|fa|he|ur)\b/u.test(language) ? 'rtl' : 'ltr';
	// Even the same again would have the whole page styled anew.
	if (page.lang !== language) page.lang = language;
	if (page.dir !== direction) page.dir = direction;
}

/** The number is no reliable count (2026-09); here it is that of the unread chats. */
function showTitle(stage: Stage): void {
	const unread = stage.chats.filter((chat) => chat.unread).length;
	const name = `Instagram • ${labelsOf(stage.language).chats}`;
	document.title = unread > 0 ? `(${unread}) ${name}` : name;
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

startSite(drawing);
