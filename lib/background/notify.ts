import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { findNews, isUnseen } from '@/lib/inbox/news';
import { isToldOf } from '@/lib/inbox/own-flags';
import type { ChatRow } from '@/lib/model';
import { keepPlace } from '@/lib/unsealed/kept-places';
import { loadPreferences } from '@/lib/unsealed/preferences';

/** In `storage.session`: when the last of what was looked through was read, so that none is told twice. */
const mark = 'news-until';
const prefix = 'chat:';

/** `null` where the user has not allowed notifications: the browser has no such thing then. */
const allowed = () => browser.notifications ?? null;

/**
 * Tells of what is new in chats that are to be told of, one notification a chat, and
 * takes back those whose message went, was read, or is no longer to be told of.
 */
export async function notify(rows: readonly ChatRow[], now: number): Promise<void> {
	const since = await lookedUntil(now);
	// By what stands in the list, not by the clock: what is being stored meanwhile is news next time.
	const seen = rows.map(({ preview }) => preview?.firstSeenAt ?? 0).filter((at) => at <= now);
	const until = seen.reduce((latest, at) => Math.max(latest, at), since);
	await browser.storage.session.set({ [mark]: until });
	if (!allowed()) return;
	const { notifies, notifiesWithText } = await loadPreferences();
	const wanted = rows.filter(({ chat }) => isToldOf(chat, notifies));
	await takeBack(wanted, now);
	for (const row of findNews(wanted, since, now)) await tell(row, notifiesWithText);
}

/** Leads from a notification to its chat. To be called first thing, and after each permission. */
export function hearNotificationClicks(): void {
	const { onClicked } = allowed() ?? {};
	if (onClicked && !onClicked.hasListener(openChat)) onClicked.addListener(openChat);
}

async function lookedUntil(now: number): Promise<number> {
	const at = (await browser.storage.session.get(mark))[mark];
	// What came before the browser started is no news.
	return typeof at === 'number' ? Math.min(at, now) : now;
}

async function tell({ chat, preview }: ChatRow, withText: boolean): Promise<void> {
	const network = i18n.t(`network.${chat.network}`);
	await allowed()?.create(prefix + chat.key, {
		type: 'basic',
		iconUrl: browser.runtime.getURL('/icon/128.png'),
		title: withText && chat.title !== '' ? chat.title : i18n.t('notification.title', [network]),
		message: withText ? textOf(preview) : i18n.t('notification.hidden'),
		...(withText && import.meta.env.CHROME && { contextMessage: network }),
	});
}

function textOf(preview: ChatRow['preview']): string {
	if (preview === null) return '';
	return preview.sender === null
		? preview.text
		: i18n.t('preview.bySender', { sender: preview.sender, text: preview.text });
}

async function takeBack(wanted: readonly ChatRow[], now: number): Promise<void> {
	const shown = Object.keys((await allowed()?.getAll()) ?? {});
	const keep = new Set(
		wanted.filter((row) => isUnseen(row, now)).map(({ chat }) => prefix + chat.key),
	);
	for (const id of shown) {
		if (id.startsWith(prefix) && !keep.has(id)) await allowed()?.clear(id);
	}
}

function openChat(id: string): void {
	if (!id.startsWith(prefix)) return;
	void allowed()?.clear(id);
	void keepPlace('tab', { chatKey: id.slice(prefix.length) }).then(() =>
		browser.tabs.create({ url: browser.runtime.getURL('/inbox.html') }),
	);
}
