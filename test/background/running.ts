import 'fake-indexeddb/auto';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startBackground } from '@/lib/background/start';
import type { CommandAnswer, InboxCommand, ReaderAnswer } from '@/lib/messaging';
import type { RawCapture } from '@/lib/model';
import type { Store } from '@/lib/store/store';
import { chatReading, messageReading } from '../networks/readings';
import { newDatabaseName } from '../store/samples';
import { openTestStore } from '../store/test-store';
import { FakeHosts } from './fake-hosts';
import { FakePresence } from './fake-presence';

/** Who a message comes from, as the browser tells it. */
export interface Sender {
	id?: string;
	origin?: string;
	url?: string;
	frameId?: number;
	tab?: { id: number };
}

export const whatsapp = 'https://web.whatsapp.com';
export const reader: Sender = {
	id: 'test-extension-id',
	origin: whatsapp,
	url: `${whatsapp}/`,
	frameId: 0,
	tab: { id: 1 },
};
export const ownPage: Sender = {
	id: 'test-extension-id',
	url: 'chrome-extension://test-extension-id/popup.html',
};

/** A started background on the real store, in a browser that can be restarted. */
export class Running {
	readonly hosts: FakeHosts;
	readonly presence = new FakePresence();
	readonly databaseName = newDatabaseName();

	constructor(hosts: FakeHosts) {
		this.hosts = hosts;
	}

	static async start(hosts = new FakeHosts([`${whatsapp}/*`])): Promise<Running> {
		const running = new Running(hosts);
		await running.wake();
		return running;
	}

	/** Starts the worker; the one before is dead and hears nothing any more. */
	async wake(): Promise<void> {
		fakeBrowser.runtime.resetState();
		fakeBrowser.alarms.onAlarm.removeAllListeners();
		this.hosts.forgetListeners();
		await startBackground(() => this.store());
	}

	store(): Promise<Store> {
		return openTestStore(this.databaseName);
	}

	tell(kind: string, payload: unknown, sender: Sender = reader): Promise<ReaderAnswer> {
		return send({ protocol: 'capture', kind, payload }, sender);
	}

	ask(ask: InboxCommand, sender: Sender = ownPage): Promise<CommandAnswer> {
		return send({ protocol: 'inbox', ask }, sender);
	}

	async titles(): Promise<string[]> {
		return (await (await this.store()).chats()).map(({ title }) => title).sort();
	}
}

async function send<Answer>(message: unknown, sender: Sender): Promise<Answer> {
	const answers: unknown[] = await fakeBrowser.runtime.onMessage.trigger(
		message,
		sender as never,
		() => undefined,
	);
	return answers.find((answer) => answer !== undefined) as Answer;
}

/** One chat with one message, as a reader sends it. */
export function capture(title = 'Ada', changes: Partial<RawCapture> = {}): RawCapture {
	return {
		account: 'me',
		readAt: Date.now(),
		chats: [chatReading({ id: title, title, unread: 1 })],
		thread: { chatId: title, provisionalId: null, title, messages: [messageReading()] },
		...changes,
	};
}
