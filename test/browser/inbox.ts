import type { Page } from 'puppeteer-core';
import type { ScenarioNetwork } from '../sites/scenario.ts';
import { setColorScheme } from './color-scheme.ts';
import type { LaunchedBrowser } from './launch.ts';
import { type Wait, waitUntil } from './wait-until.ts';

/** A chat as the list shows it. */
export interface ShownChat {
	network: ScenarioNetwork;
	title: string;
	preview: string;
	/** A count, `true` for unread without a count, `null` where it cannot be told. */
	unread: number | true | null;
	muted: boolean;
	pinned: boolean;
	/** The words on the row, and the timer behind them: `off` or milliseconds. */
	expiry: string;
	timer: 'off' | number;
	timerFrom: 'chat' | 'default';
	time: string;
	/** Stored messages that are not due. */
	messageCount: number;
}

/** A message as the open chat shows it. */
export interface ShownMessage {
	side: 'mine' | 'theirs' | 'unknown';
	kind: string;
	text: string | null;
	quote: string | null;
	sender: string | null;
	edited: boolean;
}

/** A listed chat with all its messages. */
export interface ReadChat extends ShownChat {
	messages: ShownMessage[];
}

/** The interface as a person sees it: read by role, name and data attributes, never from within. */
export class Inbox {
	readonly page: Page;
	readonly #launched: LaunchedBrowser;

	constructor(page: Page, launched: LaunchedBrowser) {
		this.page = page;
		this.#launched = launched;
	}

	/** The listed chats from top to bottom. */
	chats(): Promise<ShownChat[]> {
		return this.page.evaluate(() => {
			const textOf = (row: Element, part: string): string =>
				row.querySelector(`[data-part="${part}"]`)?.textContent?.trim() ?? '';
			const unreadOf = (value: string | undefined): number | true | null => {
				if (value === 'true') return true;
				return value === undefined || value === 'unknown' ? null : Number(value);
			};
			return [...document.querySelectorAll<HTMLElement>('button[data-unread]')].map((row) => ({
				network: row.dataset.network as 'whatsapp' | 'messenger' | 'instagram',
				title: textOf(row, 'title'),
				preview: textOf(row, 'preview-text'),
				unread: unreadOf(row.dataset.unread),
				muted: row.dataset.muted === 'true',
				pinned: row.dataset.pinned === 'true',
				expiry: textOf(row, 'expiry'),
				timer: row.dataset.timer === 'off' ? ('off' as const) : Number(row.dataset.timer),
				timerFrom: row.dataset.timerFrom as 'chat' | 'default',
				time: textOf(row, 'time'),
				messageCount: Number(row.dataset.count),
			}));
		});
	}

	/** Waits until the list is as wanted, and returns it. */
	waitForChats(isReached: (chats: ShownChat[]) => boolean, wait: Wait): Promise<ShownChat[]> {
		return waitUntil(() => this.chats(), isReached, wait);
	}

	async openChat(network: ScenarioNetwork, title: string): Promise<void> {
		await waitUntil(
			() => this.page.evaluate(clickRow, network, title),
			(isClicked) => isClicked,
			{ that: `the list has ${title} on ${network}` },
		);
		await this.page.waitForFunction(
			(wanted: string) =>
				document.querySelector('h2[data-part="title"]')?.textContent?.trim() === wanted,
			{ polling: 100 },
			title,
		);
	}

	/** The open chat's messages from top to bottom, as far as they are loaded. */
	messages(): Promise<ShownMessage[]> {
		return this.page.evaluate(() =>
			[...document.querySelectorAll<HTMLElement>('[data-kind][data-side]')].map((message) => {
				const textOf = (part: string): string | null =>
					message.querySelector(`[data-part="${part}"]`)?.textContent ?? null;
				return {
					side: message.dataset.side as 'mine' | 'theirs' | 'unknown',
					kind: message.dataset.deleted === 'true' ? 'deleted' : (message.dataset.kind ?? ''),
					text: textOf('text'),
					quote: textOf('quote'),
					sender: textOf('sender'),
					edited: message.dataset.edited === 'true',
				};
			}),
		);
	}

	/** Opens a chat, loads all that is kept of it and goes back to the list. */
	async readChat(network: ScenarioNetwork, title: string): Promise<ShownMessage[]> {
		await this.openChat(network, title);
		const { messages } = await waitUntil(
			async () => ({ messages: await this.messages(), count: await this.#countOfOpenChat() }),
			({ messages, count }) => count !== null && messages.length >= count,
			{ that: `all messages of ${title} are loaded` },
		);
		await this.goBack();
		return messages;
	}

	/** The whole inbox: every listed chat, opened one after the other. */
	async readAll(): Promise<ReadChat[]> {
		const read: ReadChat[] = [];
		for (const chat of await this.chats()) {
			read.push({ ...chat, messages: await this.readChat(chat.network, chat.title) });
		}
		return read;
	}

	/** How many messages the open chat has; `null` while that is not known. Asks for older ones. */
	#countOfOpenChat(): Promise<number | null> {
		return this.page.evaluate(() => {
			document.querySelector<HTMLElement>('button.chat-older:enabled')?.click();
			const list = document.querySelector<HTMLElement>('[data-count]:not(button)');
			if (list) return Number(list.dataset.count);
			return document.querySelector('section[data-network] [role="status"]') ? 0 : null;
		});
	}

	/** From an open chat to the list; where both stand side by side there is no way back. */
	async goBack(): Promise<void> {
		await this.page.evaluate(() =>
			document.querySelector<HTMLElement>('button[aria-label="Back"]')?.click(),
		);
	}

	waitForMessages(
		isReached: (messages: ShownMessage[]) => boolean,
		wait: Wait,
	): Promise<ShownMessage[]> {
		return waitUntil(() => this.messages(), isReached, wait);
	}

	/** Presses the button or choice of this name once it is there and enabled. */
	async press(name: string): Promise<void> {
		await waitUntil(
			() => this.page.evaluate(pressNamed, name),
			(isPressed) => isPressed,
			{ that: `there is a button "${name}"` },
		);
	}

	/** A click as the browser counts it, which permission prompts demand. */
	async clickForReal(name: string): Promise<void> {
		await this.page.bringToFront();
		await this.page.locator(`::-p-aria([name="${name}"][role="button"])`).click();
	}

	/** Opens the timer picker of the open chat. */
	async openTimer(): Promise<void> {
		await this.page.evaluate(() =>
			document.querySelector<HTMLElement>('button[data-timer][aria-haspopup="dialog"]')?.click(),
		);
		await this.page.waitForSelector('[role="dialog"] [role="radio"]');
	}

	/** Sets the open chat's timer to one of those offered by name. */
	async setTimer(choice: string): Promise<void> {
		await this.openTimer();
		await this.press(choice);
		await this.#confirmTimer();
	}

	/** Sets the open chat's timer to so many minutes. */
	async setCustomTimer(minutes: number): Promise<void> {
		await this.openTimer();
		await this.press('Custom');
		const unit = await this.page.waitForSelector('[role="dialog"] select');
		await unit?.select('minute');
		await this.page.bringToFront();
		await this.page.focus('[role="dialog"] input');
		await this.page.evaluate(() =>
			document.querySelector<HTMLInputElement>('[role="dialog"] input')?.select(),
		);
		await this.page.keyboard.type(String(minutes));
		await this.#confirmTimer();
	}

	/** The last button of the dialog: it says "Set timer", or warns of what goes at once. */
	async #confirmTimer(): Promise<void> {
		const pressed = '[role="dialog"] button.action:enabled';
		await this.page.$eval(pressed, (button) => (button as HTMLElement).click());
		await waitUntil(
			() => this.page.$('[role="dialog"]'),
			(dialog) => dialog === null,
			{ that: 'the timer is set', tell: () => 'still open' },
		);
	}

	/** What a network wants of the person, `null` if nothing. */
	stateOf(network: ScenarioNetwork): Promise<string | null> {
		return this.page.evaluate(
			(wanted) =>
				document.querySelector<HTMLElement>(`[data-network="${wanted}"][data-state]`)?.dataset
					.state ?? null,
			network,
		);
	}

	waitForState(network: ScenarioNetwork, ...states: (string | null)[]): Promise<string | null> {
		return waitUntil(
			() => this.stateOf(network),
			(state) => states.includes(state),
			{ that: `${network} is ${states.map((state) => state ?? 'well').join(' or ')}` },
		);
	}

	/** When a reader last told that it read a page of a network, by the extension's own notes. */
	async lastReadOf(network: ScenarioNetwork): Promise<number> {
		const key = `reader:${network}`;
		const found = (await this.page.evaluate(
			`(globalThis.browser ?? chrome).storage.session.get('${key}')`,
		)) as Record<string, { lastReadAt: number | null }>;
		return found[key]?.lastReadAt ?? 0;
	}

	/** How catching up a network goes or went, `null` if nothing is said of it. */
	catchUpOf(network: ScenarioNetwork): Promise<string | null> {
		return this.page.evaluate(
			(wanted) =>
				document.querySelector<HTMLElement>(`[data-network="${wanted}"][data-catch-up]`)?.dataset
					.catchUp ?? null,
			network,
		);
	}

	/** What the open chat says of stretches that were not seen. */
	gaps(): Promise<string[]> {
		return this.page.evaluate(() =>
			[...document.querySelectorAll('p[data-part="gap"]')].map((gap) => gap.textContent ?? ''),
		);
	}

	/** Whether a chat's row says that its newest part was not read; `null` if it is not listed. */
	hasGap(network: ScenarioNetwork, title: string): Promise<boolean | null> {
		return this.page.evaluate(
			(onNetwork, wanted) => {
				const rows = document.querySelectorAll<HTMLElement>(
					`button[data-unread][data-network="${onNetwork}"]`,
				);
				const row = [...rows].find(
					(each) => each.querySelector('[data-part="title"]')?.textContent?.trim() === wanted,
				);
				return row ? row.dataset.gap === 'true' : null;
			},
			network,
			title,
		);
	}

	/** The diagnostics that were copied last, `null` while none of this network are. */
	diagnosticsOf(name: string): Promise<string | null> {
		return this.page.evaluate((wanted) => {
			const outcome = document.querySelector<HTMLElement>('[data-outcome="copied"]');
			const text = document.querySelector<HTMLTextAreaElement>('[data-part="diagnostics-text"]');
			return outcome?.textContent?.includes(wanted) ? (text?.value ?? null) : null;
		}, name);
	}

	async search(words: string): Promise<void> {
		// Firefox takes keys only in the tab in front.
		await this.page.bringToFront();
		const field = await this.page.waitForSelector('input[type="search"]');
		await field?.focus();
		await this.page.keyboard.type(words);
	}

	/** Hosts that the browser lets the extension read now. */
	async grantedHosts(): Promise<string[]> {
		const { origins } = (await this.page.evaluate(
			'(globalThis.browser ?? chrome).permissions.getAll()',
		)) as { origins: string[] };
		return origins.sort();
	}

	/** To the extension the same as the switch on the browser's own page of permissions. */
	async withdrawHost(host: string): Promise<void> {
		await this.page.evaluate(
			`(globalThis.browser ?? chrome).permissions.remove({ origins: ['${host}'] })`,
		);
	}

	/** Puts tabs to sleep as the browser does when memory is short. */
	async discardTabsAt(match: string): Promise<void> {
		await this.page.evaluate(
			`(async ({ tabs }) => {
				for (const { id } of await tabs.query({ url: '${match}' })) await tabs.discard(id);
			})(globalThis.browser ?? chrome)`,
		);
	}

	async screenshot(path: `${string}.png`, scheme: 'dark' | 'light' = 'light'): Promise<void> {
		await setColorScheme(this.#launched, this.page, scheme);
		// Colours and places move for a moment after a change.
		await this.page.evaluate(() =>
			Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
		);
		await this.page.screenshot({ path });
		if (scheme === 'dark') await setColorScheme(this.#launched, this.page, 'light');
	}
}

/** Runs in the page. */
function pressNamed(name: string): boolean {
	const controls = document.querySelectorAll<HTMLButtonElement>('button:enabled');
	const control = [...controls].find(
		(candidate) => (candidate.ariaLabel ?? candidate.textContent?.trim()) === name,
	);
	control?.click();
	return control !== undefined;
}

/** Runs in the page. */
function clickRow(network: string, title: string): boolean {
	const rows = document.querySelectorAll<HTMLElement>(
		`button[data-unread][data-network="${network}"]`,
	);
	const row = [...rows].find(
		(candidate) => candidate.querySelector('[data-part="title"]')?.textContent?.trim() === title,
	);
	row?.click();
	return row !== undefined;
}
