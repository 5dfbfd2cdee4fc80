import { fakeBrowser } from 'wxt/testing/fake-browser';

/** A tab, and whether a reader of ours lives in it; a frozen one does not answer at all. */
interface FakeTab {
	id: number;
	url: string;
	reader: 'alive' | 'none' | 'frozen';
	discarded?: boolean;
	active?: boolean;
	lastAccessed?: number;
}

interface Script {
	id: string;
	matches: string[];
	js: string[];
}

/**
 * What the test browser does not have: host permissions, registered scripts and the tabs
 * they run in. Refuses what real browsers refuse.
 */
export class FakeHosts {
	readonly granted: Set<string>;
	readonly scripts = new Map<string, Script>();
	readonly tabs: FakeTab[];
	readonly started: { tabId: number; file: string | undefined }[] = [];
	/** Orders to catch up, or to end that, that a reader heard. */
	readonly ordered: { tabId: number; order: string }[] = [];
	readonly stopped: { tabId: number; origins: string[] }[] = [];
	/** Hosts that came with the installation; Chrome does not give those back. */
	required: string[] = [];
	readonly #onAdded = new Listeners();
	readonly #onRemoved = new Listeners();

	constructor(granted: string[] = [], tabs: FakeTab[] = []) {
		this.granted = new Set(granted);
		this.tabs = tabs;
		Object.assign(fakeBrowser.permissions, {
			contains: async ({ origins }: Origins) => origins.every((match) => this.granted.has(match)),
			remove: (origins: Origins) => this.#remove(origins),
			onAdded: this.#onAdded,
			onRemoved: this.#onRemoved,
		});
		Object.assign(fakeBrowser.scripting, {
			getRegisteredContentScripts: async () => [...this.scripts.values()],
			registerContentScripts: async (scripts: Script[]) => {
				for (const script of scripts) {
					if (this.scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
					this.scripts.set(script.id, script);
				}
			},
			updateContentScripts: async (scripts: Script[]) => {
				for (const script of scripts) this.#replace(script);
			},
			unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
				for (const id of ids) {
					if (!this.scripts.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
				}
			},
			executeScript: async ({ target, files }: { target: { tabId: number }; files: string[] }) => {
				this.started.push({ tabId: target.tabId, file: files[0] });
				const tab = this.tabs.find(({ id }) => id === target.tabId);
				if (tab) tab.reader = 'alive';
			},
		});
		Object.assign(fakeBrowser.tabs, {
			query: async ({ url }: { url?: string | string[] }) =>
				url ? this.#tabsAt([url].flat()) : this.tabs,
			sendMessage: (tabId: number, message: { order: string; origins: string[] }) =>
				this.#send(tabId, message),
			update: async (tabId: number, { active }: { active: boolean }) => {
				for (const tab of this.tabs) tab.active = tab.id === tabId && active;
			},
		});
	}

	grant(...matches: string[]): void {
		for (const match of matches) this.granted.add(match);
		this.#onAdded.call({ origins: matches });
	}

	/** As the browser's own page does it. */
	revoke(...matches: string[]): void {
		for (const match of matches) this.granted.delete(match);
		this.#onRemoved.call({ origins: matches });
	}

	/** Those of a worker that died. */
	forgetListeners(): void {
		this.#onAdded.clear();
		this.#onRemoved.clear();
	}

	async #remove({ origins }: Origins): Promise<boolean> {
		if (origins.some((match) => this.required.includes(match))) {
			throw new Error('You cannot remove required permissions.');
		}
		this.revoke(...origins);
		return true;
	}

	#replace(script: Script): void {
		if (!this.scripts.has(script.id)) throw new Error(`Nonexistent script ID '${script.id}'`);
		this.scripts.set(script.id, script);
	}

	/** The browser tells addresses only of hosts that are granted. */
	#tabsAt(matches: string[]): FakeTab[] {
		const seen = matches.filter((match) => this.granted.has(match));
		return this.tabs.filter(({ url }) => seen.some((match) => url.startsWith(match.slice(0, -1))));
	}

	async #send(tabId: number, { order, origins }: { order: string; origins: string[] }) {
		const tab = this.tabs.find(({ id }) => id === tabId);
		if (tab?.reader === 'frozen') return new Promise(() => undefined);
		if (tab?.reader !== 'alive') throw new Error('Receiving end does not exist.');
		if (order.endsWith('catch-up')) this.ordered.push({ tabId, order });
		if (order === 'stop' && origins.includes(new URL(tab.url).origin)) {
			this.stopped.push({ tabId, origins });
			tab.reader = 'none';
		}
		return true;
	}
}

interface Origins {
	origins: string[];
}

class Listeners {
	readonly #listeners: ((change: Origins) => void)[] = [];
	addListener(listener: (change: Origins) => void): void {
		this.#listeners.push(listener);
	}
	removeListener(): void {}
	clear(): void {
		this.#listeners.length = 0;
	}
	call(change: Origins): void {
		for (const listener of this.#listeners) listener(change);
	}
}
