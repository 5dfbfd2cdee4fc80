import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dayMs, hourMs, type MessageReading, type Timer } from '@/lib/model';
import { chatReading, messageReading } from '../networks/readings';
import { capture, Running } from './running';

const start = Date.UTC(2026, 10, 24, 12);

beforeEach(() => {
	fakeBrowser.reset();
	vi.useFakeTimers({ toFake: ['Date'], now: start });
});
afterEach(() => void vi.useRealTimers());

const exactly = (at: number) => ({ from: at, to: at, precision: 'exact' as const });

/** One chat that its page goes on showing, with the user's hand on it. */
class Desk {
	readonly stube: Running;
	shown: MessageReading[] = [];
	chatKey = '';

	private constructor(stube: Running) {
		this.stube = stube;
	}

	static async open(): Promise<Desk> {
		return new Desk(await Running.start());
	}

	/** The page shows one more message, sent now. */
	async arrive(text: string, changes: Partial<MessageReading> = {}): Promise<void> {
		const at = Date.now();
		this.shown.push(messageReading({ id: text, text, sentAt: exactly(at), ...changes }));
		await this.read();
	}

	/** The page is read as it stands. */
	async read(): Promise<void> {
		const thread = { chatId: 'Ada', provisionalId: null, title: 'Ada', messages: this.shown };
		await this.stube.tell('capture', capture('Ada', { chats: this.rows(), thread }));
		this.chatKey = (await (await this.stube.store()).chats())[0]?.key ?? '';
	}

	/** The same while another chat is open. */
	async readList(): Promise<void> {
		await this.stube.tell('capture', capture('Ada', { chats: this.rows(), thread: null }));
	}

	private rows() {
		const last = this.shown.at(-1);
		const preview = last?.text ?? '';
		const lastActivity = last?.sentAt ?? exactly(start);
		return [chatReading({ id: 'Ada', title: 'Ada', preview, lastActivity })];
	}

	async keyOf(text: string): Promise<string> {
		const messages = await (await this.stube.store()).messages(this.chatKey);
		return messages.find((message) => message.text === text)?.key ?? '';
	}

	async keep(text: string, isKept = true) {
		const { chatKey } = this;
		const messageKey = await this.keyOf(text);
		return this.stube.ask({ command: 'keep-message', chatKey, messageKey, isKept });
	}

	async delete(text: string): Promise<void> {
		const { chatKey } = this;
		const messageKey = await this.keyOf(text);
		const answer = await this.stube.ask({ command: 'delete-message', chatKey, messageKey });
		expect(answer).toEqual({ done: true });
	}

	async setTimer(timer: Timer, clock?: 'sent' | 'read'): Promise<void> {
		await this.stube.ask({ command: 'set-chat-timer', chatKey: this.chatKey, timer, clock });
	}

	/** Somebody opens the chat in Stube. */
	async look(): Promise<void> {
		const messageKeys = await Promise.all(this.shown.map(({ text }) => this.keyOf(text ?? '')));
		await this.stube.ask({ command: 'note-read', chatKey: this.chatKey, messageKeys });
	}

	/** What the chat shows now, and its line in the list. */
	async texts(): Promise<(string | null)[]> {
		const store = await this.stube.store();
		const { messages } = await store.page(this.chatKey, 0, Date.now());
		return messages.map(({ text }) => text);
	}

	async quotes(): Promise<(string | null)[]> {
		const store = await this.stube.store();
		const { messages } = await store.page(this.chatKey, 0, Date.now());
		return messages.map(({ quote }) => quote);
	}

	async stored() {
		return (await this.stube.store()).messages(this.chatKey);
	}

	async line(): Promise<string | null> {
		const { rows } = await (await this.stube.store()).view(Date.now());
		return rows[0]?.preview?.text ?? null;
	}

	/** The alarm of what is due rings. */
	async sweep(): Promise<void> {
		await fakeBrowser.alarms.onAlarm.trigger({
			name: 'expire-due',
			scheduledTime: 0,
			persistAcrossSessions: true,
		});
		const store = await this.stube.store();
		await vi.waitFor(async () => expect(await store.messages(this.chatKey)).toHaveLength(1));
	}

	async pass(ms: number): Promise<void> {
		vi.setSystemTime(Date.now() + ms);
		await (await this.stube.store()).expire(Date.now());
	}
}

describe('a message that is kept', () => {
	test('stays past its time, also when the timer is shortened, and goes once it is let go of', async () => {
		const desk = await Desk.open();
		await desk.arrive('keep me');
		await desk.arrive('not me');
		await desk.setTimer(dayMs);
		expect(await desk.keep('keep me')).toEqual({ done: true });
		await desk.setTimer(hourMs);
		await desk.pass(2 * dayMs);
		expect(await desk.texts()).toEqual(['keep me']);
		await desk.read();
		expect(await desk.texts()).toEqual(['keep me']);

		expect(await desk.keep('keep me', false)).toEqual({ done: true });
		expect(await desk.texts()).toEqual([]);
		await desk.read();
		expect(await desk.texts()).toEqual([]);
	});

	test('cannot be kept once it is past its time', async () => {
		const desk = await Desk.open();
		await desk.arrive('too late');
		await desk.setTimer(hourMs);
		const key = await desk.keyOf('too late');
		vi.setSystemTime(Date.now() + hourMs);
		const { chatKey, stube } = desk;
		const answer = await stube.ask({
			command: 'keep-message',
			chatKey,
			messageKey: key,
			isKept: true,
		});
		expect(answer).toEqual({ done: false, reason: 'unknown-message' });
		expect(await desk.texts()).toEqual([]);
	});
});

describe('a message that is deleted', () => {
	test('is gone from chat and list, and not captured again while its page shows it', async () => {
		const desk = await Desk.open();
		await desk.arrive('first');
		await desk.arrive('second');
		await desk.arrive('a slip');
		expect(await desk.line()).toBe('a slip');
		await desk.delete('a slip');
		for (let again = 0; again < 2; again += 1) {
			expect(await desk.texts()).toEqual(['first', 'second']);
			expect(await desk.line()).toBeNull();
			await desk.stube.wake();
			await desk.read();
		}
		vi.setSystemTime(Date.now() + hourMs);
		await desk.arrive('something else');
		expect(await desk.texts()).toEqual(['first', 'second', 'something else']);
		expect(await desk.line()).toBe('something else');
	});

	test('does not come back as its chat’s line once its sender edits it', async () => {
		const desk = await Desk.open();
		await desk.arrive('first');
		await desk.arrive('a slip');
		await desk.delete('a slip');
		desk.shown = desk.shown.map((one) =>
			one.text === 'a slip' ? { ...one, text: 'a slip, mended', edited: true } : one,
		);
		await desk.read();
		expect(await desk.texts()).toEqual(['first']);
		expect(await desk.line()).toBeNull();
		await desk.readList();
		expect(await desk.line()).toBeNull();
		await desk.arrive('a slip, mended');
		expect(await desk.texts()).toEqual(['first', 'a slip, mended']);
		expect(await desk.line()).toBe('a slip, mended');
	});

	test('does not hide the same words that are written anew', async () => {
		const desk = await Desk.open();
		await desk.arrive('first');
		await desk.arrive('ok');
		await desk.delete('ok');
		await desk.read();
		expect(await desk.line()).toBeNull();
		vi.setSystemTime(Date.now() + hourMs);
		await desk.arrive('ok', { id: 'another' });
		expect(await desk.texts()).toEqual(['first', 'ok']);
		expect(await desk.line()).toBe('ok');
		await desk.delete('ok');
		await desk.read();
		expect(await desk.line()).toBeNull();
	});

	test('does not hide them either where the page tells no times, once they are read', async () => {
		const desk = await Desk.open();
		const untimed = { sentAt: { from: null, to: null, precision: 'unknown' as const } };
		await desk.arrive('first', untimed);
		await desk.arrive('ok', untimed);
		await desk.delete('ok');
		await desk.read();
		expect(await desk.line()).toBeNull();
		await desk.arrive('ok', { ...untimed, id: 'another' });
		expect(await desk.texts()).toEqual(['first', 'ok']);
		expect(await desk.line()).toBe('ok');
		await desk.read();
		expect(await desk.line()).toBe('ok');
	});
});

describe('a quote', () => {
	const reply = { quote: 'the secret place' };

	test('goes with what it quotes, at its second, and does not come back with the page', async () => {
		const desk = await Desk.open();
		await desk.arrive('the secret place');
		await desk.setTimer(dayMs);
		vi.setSystemTime(start + hourMs);
		await desk.arrive('see you there', reply);
		expect(await desk.quotes()).toEqual([null, 'the secret place']);
		vi.setSystemTime(start + dayMs - 1);
		expect(await desk.quotes()).toEqual([null, 'the secret place']);
		vi.setSystemTime(start + dayMs);
		expect(await desk.quotes()).toEqual([null]);
		await desk.sweep();
		expect(JSON.stringify(await desk.stored())).not.toContain('secret');
		await desk.read();
		expect(await desk.quotes()).toEqual([null]);
		expect(JSON.stringify(await desk.stored())).not.toContain('secret');
	});

	test('goes when what it quotes is deleted here, or unsent on its page', async () => {
		const desk = await Desk.open();
		await desk.arrive('the secret place');
		await desk.arrive('see you there', reply);
		await desk.arrive('another');
		await desk.arrive('an answer', { quote: 'another' });
		await desk.delete('the secret place');
		desk.shown = desk.shown.map((message) =>
			message.text === 'another' ? { ...message, text: null, deleted: true } : message,
		);
		for (let again = 0; again < 2; again += 1) {
			await desk.read();
			expect(await desk.quotes()).toEqual([null, null, null]);
			expect(JSON.stringify(await desk.stored())).not.toMatch(/secret|"another"/u);
		}
	});

	test('is not captured with what is refused for its age, and stays where it fits nothing', async () => {
		const desk = await Desk.open();
		await desk.arrive('hello');
		await desk.setTimer(dayMs);
		await desk.arrive('the secret place', { sentAt: exactly(start - 2 * dayMs) });
		await desk.arrive('see you there', reply);
		await desk.arrive('who said that', { quote: 'words of long ago' });
		expect(await desk.texts()).toEqual(['hello', 'see you there', 'who said that']);
		expect(await desk.quotes()).toEqual([null, null, 'words of long ago']);
	});

	test('of a message that is kept stays with it, and goes once that is let go of', async () => {
		const desk = await Desk.open();
		await desk.arrive('the secret place');
		await desk.setTimer(dayMs);
		vi.setSystemTime(start + hourMs);
		await desk.arrive('see you there', reply);
		expect(await desk.keep('the secret place')).toEqual({ done: true });
		expect(await desk.keep('see you there')).toEqual({ done: true });
		await desk.arrive('and bring an umbrella', reply);
		expect(await desk.keep('and bring an umbrella')).toEqual({ done: true });
		vi.setSystemTime(start + 3 * dayMs);
		await desk.stube.wake();
		await desk.read();
		expect(await desk.quotes()).toEqual([null, 'the secret place', 'the secret place']);

		expect(await desk.keep('the secret place', false)).toEqual({ done: true });
		expect(await desk.quotes()).toEqual([null, null]);
		expect(JSON.stringify(await desk.stored())).not.toContain('secret');
		await desk.read();
		expect(await desk.quotes()).toEqual([null, null]);
	});

	test('goes with what it quotes also where that goes by its first reading', async () => {
		const desk = await Desk.open();
		await desk.arrive('the secret place');
		await desk.arrive('my own secret', { side: 'mine' });
		await desk.setTimer(dayMs, 'read');
		vi.setSystemTime(start + hourMs);
		await desk.look();
		vi.setSystemTime(start + 2 * hourMs);
		await desk.arrive('see you there', reply);
		await desk.arrive('say it', { quote: 'my own secret' });
		expect(await desk.quotes()).toEqual([null, null, 'the secret place', 'my own secret']);
		vi.setSystemTime(start + dayMs);
		expect(await desk.quotes()).toEqual([null, 'the secret place', null]);
		vi.setSystemTime(start + dayMs + hourMs);
		expect(await desk.quotes()).toEqual([null, null]);
		await desk.stube.wake();
		expect(JSON.stringify(await desk.stored())).not.toContain('secret');
	});
});

describe('a chat whose clock runs from first reading', () => {
	test('keeps what nobody read, and lets go of it so long after it was shown here', async () => {
		const desk = await Desk.open();
		await desk.arrive('unread');
		await desk.arrive('my own', { side: 'mine' });
		await desk.setTimer(dayMs, 'read');
		await desk.pass(3 * dayMs);
		expect(await desk.texts()).toEqual(['unread']);

		await desk.look();
		await desk.pass(dayMs - 1);
		expect(await desk.texts()).toEqual(['unread']);
		await desk.pass(1);
		expect(await desk.texts()).toEqual([]);
		expect(await desk.line()).toBeNull();
		await desk.stube.wake();
		await desk.read();
		expect(await desk.texts()).toEqual([]);
		expect(await desk.line()).toBeNull();
	});

	test('brings nothing back that a timer from sending took', async () => {
		const desk = await Desk.open();
		await desk.arrive('old');
		await desk.setTimer(hourMs);
		await desk.pass(2 * hourMs);
		await desk.arrive('new');
		await desk.setTimer(hourMs, 'read');
		await desk.read();
		expect(await desk.texts()).toEqual(['new']);
	});
});

describe('a reply to a story', () => {
	test('goes after a day, whatever the timer', async () => {
		const desk = await Desk.open();
		await desk.arrive('nice hat', { toStory: true });
		await desk.arrive('and a word');
		await desk.setTimer('off');
		const { rows } = await (await desk.stube.store()).view(Date.now());
		expect(rows[0]?.nextExpiryAt).toBe(start + dayMs);
		await desk.pass(dayMs - 1);
		expect(await desk.texts()).toEqual(['nice hat', 'and a word']);
		await desk.pass(1);
		expect(await desk.texts()).toEqual(['and a word']);
		await desk.read();
		expect(await desk.texts()).toEqual(['and a word']);
	});
});
