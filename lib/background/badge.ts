import { browser } from 'wxt/browser';
import { countUnreadChats } from '@/lib/inbox/filter';
import type { ChatRow } from '@/lib/model';

/** The lamp of the light theme, which stands out on light and dark toolbars alike. */
const ground = '#98500f';
const ink = '#ffffff';
/** More does not fit. */
const most = 99;

/** Shows on the button how many chats are unread, muted and archived ones aside. */
export async function showBadge(rows: readonly ChatRow[]): Promise<void> {
	const count = countUnreadChats(rows, Date.now());
	const text = count > most ? `${most}+` : String(count || '');
	await Promise.all([
		browser.action.setBadgeText({ text }),
		browser.action.setBadgeBackgroundColor({ color: ground }),
		browser.action.setBadgeTextColor({ color: ink }),
	]);
}
