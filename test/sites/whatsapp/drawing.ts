/** WhatsApp Web as it was in August and September 2026, as far as public evidence tells. */
import { type Drawing, isMine, type Stage } from '../stage';
import { saveLater, stopSaving } from './database';
import { type AppFrame, addStyle, appFrame, bootShell, pairingPage } from './frame';
import { messageIdOf } from './ids';
import { drawList, followPerson, forgetRows, shownRows } from './list';
import { drawThread, forgetThread, shownMessages } from './thread';
import { isRightToLeft, wordsOf } from './words';

let frame: AppFrame | null = null;
let shownLanguage = '';
/** Unread counts as last drawn: opening a chat clears its own before it is drawn. */
const unreadBefore = new Map<string, number>();

export const drawing: Drawing = {
	network: 'whatsapp',
	async draw(stage, action) {
		setLanguage(stage);
		if (action === null) await boot(stage);
		if (stage.signedOut) return signOut(stage);
		if (!frame || shownLanguage !== stage.language) mount(stage);
		if (!frame) return;
		shownLanguage = stage.language;
		drawList(stage, frame);
		drawThread(stage, frame.columns, unreadBefore.get(stage.openChat?.id ?? '') ?? 0);
		document.title = titleOf(stage);
		for (const { id, unread } of stage.chats) {
			unreadBefore.set(id, typeof unread === 'number' ? unread : 0);
		}
		saveLater(stage);
	},
	nativeMessageId: (stage, _chat, message) => messageIdOf(message, isMine(stage, message)),
	shownChats: (stage) => (stage.signedOut ? [] : shownRows(stage)),
	shownMessages: () => shownMessages(),
};

/** First the shell, then an empty list, then rows. */
async function boot(stage: Stage): Promise<void> {
	frame = null;
	stopSaving();
	forgetRows();
	forgetThread();
	document.documentElement.id = 'whatsapp-web';
	addStyle();
	localStorage.setItem('last-wid-md', JSON.stringify(`${stage.account.id}:12@c.us`));
	localStorage.setItem('WANoiseInfo', JSON.stringify({ invented: true }));
	document.body.replaceChildren(bootShell(wordsOf(stage.language)));
	await pause(60);
	mount(stage);
	await pause(40);
}

function mount(stage: Stage): void {
	forgetRows();
	forgetThread();
	frame = appFrame(wordsOf(stage.language));
	shownLanguage = stage.language;
	document.body.replaceChildren(frame.app);
	followPerson(stage, frame);
}

function signOut(stage: Stage): void {
	localStorage.removeItem('last-wid-md');
	localStorage.removeItem('WANoiseInfo');
	frame = null;
	forgetRows();
	forgetThread();
	document.body.replaceChildren(pairingPage(wordsOf(stage.language)));
	document.title = 'WhatsApp Web';
	saveLater(stage);
}

function setLanguage({ language }: Stage): void {
	const page = document.documentElement;
	const direction = isRightToLeft(language) ? 'rtl' : 'ltr';
	// Even the same again would have the whole page styled anew.
	if (page.lang !== language) page.lang = language;
	if (page.dir !== direction) page.dir = direction;
}

/** Unread chats, muted ones left out (2026-08-12). */
function titleOf(stage: Stage): string {
	const unread = stage.chats.filter((chat) => chat.unread && !chat.muted && !chat.archived).length;
	return unread > 0 ? `(${unread}) WhatsApp` : 'WhatsApp';
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
