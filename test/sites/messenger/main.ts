/**
 * Stand-in for Messenger on messenger.com and facebook.com: the structure of saved pages
 * of 2026-08 with invented people. Each part says where it guesses.
 */
import { element } from '../elements';
import { type Drawing, type Stage, type StageChat, startSite } from '../stage';
import { chatAddress, chatAtAddress, goTo, homeAddress, isMessengerPath } from './address';
import { type DrawnList, firstVisible, makeList, updateList, windowTop } from './chat-list';
import { drawBar, drawFeed, drawLogIn, drawMain, drawSkeleton } from './frame';
import { messageIdOf } from './ids';
import { look, styleSheet } from './look';
import {
	type DrawnThread,
	firstVisibleMessage,
	makeThread,
	scrollToWindow,
	updateThread,
} from './thread';

const skeletonMs = 60;

/** What stands in the page; `null` where the page shows something else. */
let list: DrawnList | null = null;
let thread: DrawnThread | null = null;
let shownMain: HTMLElement | null = null;
let mount: HTMLElement | null = null;
let drawnLanguage = '';

const drawing: Drawing = {
	network: 'messenger',
	async draw(stage, action) {
		if (action === null) await start(stage);
		if (action?.do === 'open' && stage.openChat) goTo(chatAddress(stage.openChat));
		if (action?.do === 'close') goTo(homeAddress());
		if (action?.do === 'sign-out') signOut();
		render(stage);
		if (action?.do === 'scroll-list' && list) list.scroller.scrollTop = windowTop(list);
		const isThreadMoved = action === null || action.do === 'open' || action.do === 'arrive';
		if (thread && (isThreadMoved || action.do === 'scroll-thread')) scrollToWindow(stage, thread);
	},
	nativeMessageId: (_stage, chat, message) => messageIdOf(chat, message),
	shownChats: () => list?.shown ?? [],
	shownMessages: () => thread?.shown ?? [],
};

async function start(stage: Stage): Promise<void> {
	document.documentElement.id = 'facebook';
	document.head.append(element('style', { class: null }, document.createTextNode(styleSheet())));
	const { id, isHidden } = stage.account;
	// biome-ignore lint/suspicious/noDocumentCookie: the reader reads this one
	if (!isHidden) document.cookie = `c_user=${id}; path=/`;
	mount = element('div');
	document.body.append(mount);
	window.addEventListener('popstate', () => {
		openByAddress(stage);
		render(stage);
	});
	setPageLanguage(stage);
	if (!isMessengerPath()) return;
	mount.append(drawSkeleton(stage));
	await new Promise((resolve) => setTimeout(resolve, skeletonMs));
	openByAddress(stage);
}

function openByAddress(stage: Stage): void {
	stage.openChat = chatAtAddress(stage);
	stage.threadScroll = null;
	if (stage.openChat) stage.openChat.unread = 0;
}

function render(stage: Stage): void {
	setPageLanguage(stage);
	if (stage.signedOut) {
		replacePage(drawLogIn(stage));
		return;
	}
	if (!isMessengerPath()) {
		const enter = (): void => {
			goTo(homeAddress());
			render(stage);
		};
		replacePage(drawFeed(stage, enter));
		return;
	}
	if (!list || drawnLanguage !== stage.language) buildFrame(stage);
	drawnLanguage = stage.language;
	if (list) updateList(stage, list, openByClick);
	renderMain(stage);
	const unread = stage.chats.filter((chat) => chat.unread).length;
	document.title = unread > 0 ? `(${unread}) Messenger` : 'Messenger';
}

function buildFrame(stage: Stage): void {
	list = makeList(stage);
	const drawn = list;
	drawn.scroller.addEventListener('scroll', () => {
		const first = firstVisible(drawn);
		if (first === (stage.listScroll ?? 0)) return;
		stage.listScroll = first;
		updateList(stage, drawn, openByClick);
	});
	thread = null;
	shownMain = drawMain(stage, null, null);
	const page = element('div', { class: look('page') }, drawBar(stage), drawn.root, shownMain);
	mount?.replaceChildren(page);
}

function renderMain(stage: Stage): void {
	const chat = stage.openChat;
	const isSame = thread?.chat === chat && chat !== null && chat.messages.length > 0;
	if (!isSame) {
		thread = chat && chat.messages.length > 0 ? makeThread(stage, chat) : null;
		followWheel(stage, thread);
		const main = drawMain(stage, chat, thread?.root ?? null);
		shownMain?.replaceWith(main);
		shownMain = main;
	}
	if (thread) updateThread(stage, thread);
}

/** A person's scrolling moves the window of drawn messages along. */
function followWheel(stage: Stage, drawn: DrawnThread | null): void {
	drawn?.scroller.addEventListener('wheel', () => {
		requestAnimationFrame(() => {
			const first = firstVisibleMessage(drawn);
			const wanted = Math.max(0, first - 10);
			if (first < 0 || Math.abs(wanted - (stage.threadScroll ?? wanted + 9)) < 5) return;
			stage.threadScroll = wanted;
			updateThread(stage, drawn);
		});
	});
}

function openByClick(chat: StageChat): void {
	void window.site.act({ do: 'open', chatId: chat.id });
}

function replacePage(page: HTMLElement): void {
	list = null;
	thread = null;
	shownMain = null;
	mount?.replaceChildren(page);
}

function signOut(): void {
	// biome-ignore lint/suspicious/noDocumentCookie: the reader reads this one
	document.cookie = 'c_user=; path=/; max-age=0';
	goTo('/login/');
}

function setPageLanguage({ language }: Stage): void {
	const page = document.documentElement;
	const direction = new Intl.Locale(language).getTextInfo().direction ?? 'ltr';
	// Even the same again would have the whole page styled anew.
	if (page.lang !== language) page.lang = language;
	if (page.dir !== direction) page.dir = direction;
}

startSite(drawing);
