/** Every view of Stube and how a person comes to it: to be looked at, and to be checked. */
import type { Inbox } from '../browser/inbox.ts';
import { popupSize } from '../browser/stube.ts';

export interface Screen {
	/** As its picture is called. */
	name: string;
	frame: 'popup' | 'sidepanel' | 'inbox' | 'welcome';
	size: { width: number; height: number };
	/** Where the frame goes on, as if it had been left there. */
	place?: Record<string, unknown>;
	/** From the frame as it opens. */
	reach?: (inbox: Inbox) => Promise<void>;
}

const panelSize = { width: 360, height: 800 } as const;
const widePanelSize = { width: 760, height: 800 } as const;
const tabSize = { width: 1280, height: 860 } as const;

const popup = (name: string, reach?: Screen['reach']): Screen => ({
	name: `popup-${name}`,
	frame: 'popup',
	size: popupSize,
	...(reach && { reach }),
});
const tab = (name: string, reach?: Screen['reach']): Screen => ({
	name: `tab-${name}`,
	frame: 'inbox',
	size: tabSize,
	...(reach && { reach }),
});

const inSettings = { view: 'settings' };
const atNext = { view: 'next' };

const openAnna = (inbox: Inbox): Promise<void> => inbox.openChat('whatsapp', 'Anna Marsh');

const type =
	(...keys: Parameters<Inbox['page']['keyboard']['press']>[0][]) =>
	async ({ page }: Inbox) => {
		for (const key of keys) await page.keyboard.press(key);
	};

/** Before anything was turned on. */
export const firstScreens: readonly Screen[] = [
	{ name: 'welcome', frame: 'welcome', size: { width: 1280, height: 1500 } },
	popup('nothing-on'),
	tab('nothing-on'),
];

/** With networks on and nothing read yet. */
export const emptyScreens: readonly Screen[] = [popup('empty'), tab('empty')];

/** In a house full of chats. */
export const fullScreens: readonly Screen[] = [
	popup('list'),
	popup('list-end', (inbox) => scroll(inbox, '.list-scroller')),
	popup('unread', (inbox) => inbox.press('Unread 4')),
	popup('chat', openAnna),
	popup('group', (inbox) => inbox.openChat('messenger', 'Weekend Hikers')),
	popup('right-to-left-chat', (inbox) => inbox.openChat('instagram', 'يوسف حداد')),
	popup('long-name', (inbox) =>
		inbox.openChat(
			'messenger',
			'The committee for the summer festival of the old town and its neighbours',
		),
	),
	popup('no-messages', (inbox) => inbox.openChat('instagram', 'Café Morgenrot')),
	popup('timer', async (inbox) => {
		await openAnna(inbox);
		await inbox.openTimer();
	}),
	popup('timer-erases', async (inbox) => {
		await openAnna(inbox);
		await inbox.openTimer();
		await inbox.press('1 hour');
	}),
	popup('search', async (inbox) => {
		await inbox.search('dinner');
		await inbox.page.waitForSelector('.results mark');
	}),
	popup('search-nothing', async (inbox) => {
		await inbox.search('zeppelin');
		await inbox.page.waitForSelector('.empty');
	}),
	popup('keys', type('?')),
	popup('commands', async ({ page }) => {
		await page.keyboard.down('Control');
		await page.keyboard.press('k');
		await page.keyboard.up('Control');
	}),
	{ ...popup('settings'), place: inSettings },
	{ ...popup('next'), place: atNext },
	{ name: 'panel-list', frame: 'sidepanel', size: panelSize },
	{ name: 'panel-wide', frame: 'sidepanel', size: widePanelSize, reach: openAnna },
	tab('list'),
	tab('chat', openAnna),
	{ ...tab('settings'), place: inSettings },
	{ ...tab('next'), place: atNext },
	{ ...tab('settings-whole'), place: inSettings, size: { width: 900, height: 2600 } },
	// A window of 1280 at twice the size.
	{ ...tab('zoomed', openAnna), size: { width: 640, height: 430 } },
];

/** To the end of what scrolls. */
async function scroll({ page }: Inbox, selector: string): Promise<void> {
	await page.$eval(selector, (element) => element.scrollTo(0, element.scrollHeight));
}

const everything = 'Everything at once';
const openEverything = (inbox: Inbox): Promise<void> => inbox.openChat('whatsapp', everything);

/** Opens the menu of a row, as the key for menus does. */
async function openMenu({ page }: Inbox): Promise<void> {
	await page.evaluate(() => {
		const rows = [...document.querySelectorAll<HTMLElement>('button[data-chat]')];
		const row = rows.find((each) => each.textContent?.includes('Isolde'));
		row?.focus();
		row?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true }));
	});
	await page.waitForSelector('[role=menu]');
}

const pick = (action: string) => async (inbox: Inbox) => {
	await openMenu(inbox);
	await inbox.press(action);
};

/** Where a list or a chat is stretched the most. */
export const cornerScreens: readonly Screen[] = [
	popup('corners'),
	popup('corners-account', (inbox) => inbox.press('WhatsApp')),
	popup('everything', openEverything),
	popup('everything-start', async (inbox) => {
		await openEverything(inbox);
		await inbox.page.$eval('[data-part=messages]', (element) => element.scrollTo(0, 0));
	}),
	popup('menu', openMenu),
	popup('menu-in-chat', async (inbox) => {
		await openEverything(inbox);
		await inbox.press('More actions');
	}),
	popup('select', type('j', 'x', 'j', 'j', 'x')),
	popup('undo', type('j', 'j', 'p')),
	popup('snooze', type('j', 'j', 's')),
	popup('labels', pick('Labels…')),
	popup('delete', pick('Delete…')),
	popup('snoozed', (inbox) => inbox.press('Snoozed')),
	popup('archived', (inbox) => inbox.press('Archived')),
	popup('search-many', async (inbox) => {
		await inbox.search('o');
		await inbox.page.waitForSelector('.results mark');
	}),
	popup('focus', type('j')),
	{ name: 'panel-corners', frame: 'sidepanel', size: panelSize },
	tab('corners', openEverything),
	// The last: it stays.
	popup('discreet', type('d')),
];

/** Those that are reached without any word of a language. */
export const wordlessScreens: readonly Screen[] = fullScreens.filter(({ name }) =>
	/^(?:popup-(?:list|chat|timer|search|keys|commands|settings|next)|panel-wide|tab-(?:chat|settings))$/u.test(
		name,
	),
);
