import fc from 'fast-check';
import { expect } from 'vitest';
import { deleteMessage, keepMessage, noteRead } from '@/lib/background/change-messages';
import { deleteChats } from '@/lib/background/delete-chats';
import { forgetQuotes } from '@/lib/background/forget-quotes';
import { setTimer } from '@/lib/background/set-timer';
import { chatId } from '@/lib/ids';
import type { TimerChoice } from '@/lib/inbox/choose-timer';
import { refuseWhatWent } from '@/lib/inbox/expired-through';
import { mergeCapture } from '@/lib/inbox/merge-capture';
import { resolveTimer } from '@/lib/inbox/resolve-timer';
import { type ClockState, judgeClock } from '@/lib/inbox/trusted-clock';
import {
	type Capture,
	type Chat,
	dayMs,
	hourMs,
	type Preview,
	type Settings,
	type ShownMessage,
} from '@/lib/model';
import { captureOf } from '../inbox/open-inbox';
import { tellInTime } from '../tell-in-time';
import { commonWord, type Held, holdPlainly, isLost, type Seen } from './held';
import { type ChatName, chatNames, type Step, timelines } from './steps';

const start = Date.UTC(2026, 10, 24, 12);
const firstSettings: Settings = { defaultTimer: dayMs };
const longestLifeMs = 12 * 7 * dayMs;

interface Written {
	id: string;
	text: string;
	/** By the true time, as its network tells it. */
	at: number;
	isMine: boolean;
	isEdited: boolean;
	/** What it answers, in the words of then. */
	answers: { id: string; text: string } | null;
}

/** What must be read, from its first capture to its last second. */
interface Alive {
	chat: ChatName;
	written: Written;
	readAt: number | null;
	isKept: boolean;
}

/** Plays random timelines on two inboxes that sweep at different times; rejects where they fail. */
export async function tryTimelines(
	runs: number,
	seed: number,
	limitMs: number,
	holdLate: () => Held | Promise<Held> = holdPlainly,
): Promise<{ steps: number }> {
	const clock = Date.now;
	let steps = 0;
	try {
		await fc.assert(
			fc.asyncProperty(timelines, async (timeline) => {
				const late = await holdLate();
				await new Timeline(holdPlainly(), late).play(timeline);
				await late.close();
				steps += timeline.length;
			}),
			{ numRuns: runs, seed, ...tellInTime(limitMs) },
		);
	} finally {
		Date.now = clock;
	}
	return { steps };
}

class Timeline {
	/** Swept after every step, on plain maps; what it tells of chats and timers is taken as told. */
	readonly #eager: Held;
	readonly #late: Held;
	readonly #pages = new Map<ChatName, Written[]>(chatNames.map((name) => [name, []]));
	readonly #alive = new Map<string, Alive>();
	readonly #gone = new Set<string>();
	/** Replies of which it can be told what they quote: that was there, or shown with them. */
	readonly #quoting = new Set<string>();
	/** The true time, and what the computer's clock is off by. */
	#truth = start;
	#offset = 0;
	#clock: ClockState | null = null;
	#told: number | null = null;
	#eraseAt = start;
	#isLocked = false;
	/** How long anything may wait while it is locked. */
	#lifeMs = longestLifeMs;
	#count = 0;

	constructor(eager: Held, late: Held) {
		this.#eager = eager;
		this.#late = late;
	}

	get #both(): Held[] {
		return [this.#eager, this.#late];
	}

	get #now(): number {
		return this.#truth + this.#offset;
	}

	async play(timeline: readonly Step[]): Promise<void> {
		Date.now = () => this.#now;
		for (const { store } of this.#both) await store.put({ settings: firstSettings });
		for (const step of timeline) {
			await this.#do(step);
			await this.#lookAtClock();
			await this.#sweep(this.#eager);
			await this.#check();
		}
		if (!this.#isLocked) return;
		await this.#unlock();
		await this.#check();
	}

	async #do(step: Step): Promise<void> {
		switch (step.do) {
			case 'wait':
				this.#truth += step.ms;
				return;
			case 'set-clock':
				// What was due before the clock is set went when it was.
				for (const held of this.#both) await this.#sweep(held);
				this.#offset += step.ms;
				return;
			case 'write':
				return this.#write(step);
			case 'edit': {
				const written = this.#pages.get(step.chat)?.[step.which];
				if (written) Object.assign(written, { text: `${written.text}!`, isEdited: true });
				return;
			}
			case 'read-page':
				return this.#readPage(step);
			case 'sweep':
				return this.#sweep(this.#late);
			case 'restart':
				this.#told = null;
				if (this.#clock) this.#clock.seenAt -= this.#clock.seenAt % hourMs;
				for (const held of this.#both) await held.restart();
				await this.#lookAtClock();
				return this.#sweep(this.#late);
			case 'lock':
				if (this.#isLocked) return;
				this.#isLocked = true;
				for (const held of this.#both) await held.lock();
				return;
			case 'unlock':
				return this.#unlock();
		}
		// What is left is asked by the user, which a locked inbox does not hear.
		if (this.#isLocked) return;
		for (const held of this.#both) await this.#sweep(held);
		await this.#obey(step);
	}

	#write({ chat, agoMs, isMine, isReply }: Extract<Step, { do: 'write' }>): void {
		const page = this.#pages.get(chat) ?? [];
		const last = page.at(-1);
		this.#count += 1;
		const at = Math.max(this.#truth - agoMs, (last?.at ?? 0) + 1);
		if (at > this.#truth) return;
		const answers = isReply && last ? { id: last.id, text: last.text } : null;
		const text = `${commonWord} ${this.#count}.`;
		page.push({ id: `id ${this.#count}`, text, at, isMine, isEdited: false, answers });
	}

	async #readPage(step: Extract<Step, { do: 'read-page' }>): Promise<void> {
		const shown = (this.#pages.get(step.chat) ?? [])
			.slice(-step.length)
			.map((written) => ({ ...written }));
		const last = shown.at(-1);
		if (!last) return;
		const capture = captureOf(pageOf(step, shown, this.#now), 'messenger');
		if (this.#isLocked) {
			for (const held of this.#both) await held.keep(capture, this.#now);
			return;
		}
		this.#told = Math.max(this.#told ?? 0, last.at);
		await this.#lookAtClock();
		for (const held of this.#both) await this.#sweep(held);
		await this.#take(capture, this.#now);
	}

	/** Captures are taken by both alike; what they bring is alive, unless it is due or went before. */
	async #take(capture: Capture, at: number): Promise<void> {
		const name = capture.thread?.chatId as ChatName;
		const before = await chatOf(this.#eager, name);
		for (const held of this.#both) await merge(held, capture, at);
		await this.#expectTaken(capture, before, at);
	}

	async #expectTaken(capture: Capture, before: Chat | undefined, at: number): Promise<void> {
		const name = capture.thread?.chatId as ChatName;
		const after = await chatOf(this.#eager, name);
		const told = capture.chats[0]?.networkTimerMs ?? undefined;
		// What is left of a deleted chat does not say what its network tells of it now.
		const timed = { ...(after ?? {}), network: 'messenger' as const };
		if (after?.isGone || !after) Object.assign(timed, { networkTimerMs: told });
		const rules = resolveTimer(timed, await settingsOf(this.#eager));
		const latest = (...times: (number | undefined)[]): number =>
			Math.max(...times.map((one) => one ?? Number.NEGATIVE_INFINITY));
		const through = latest(before?.expiredThrough, after?.expiredThrough, after?.deletedThrough);
		const ownThrough = latest(before?.ownExpiredThrough, after?.ownExpiredThrough, through);
		const messages = capture.thread?.messages ?? [];
		for (const { id, sentAt, quote } of messages) {
			if (id && messages.some(({ text }) => text === quote)) this.#quoting.add(id);
			if (id === null || sentAt.from === null || this.#alive.has(id)) continue;
			const written = this.#pages.get(name)?.find((one) => one.id === id);
			if (!written) continue;
			const alive: Alive = { chat: name, written, readAt: null, isKept: false };
			// A chat that was forgotten with its name is a new one: nothing is left to know it by.
			const isGone = before !== undefined && this.#gone.has(id);
			const quoted = written.answers && this.#alive.get(written.answers.id)?.written;
			if (quoted && !quoted.isEdited) this.#quoting.add(id);
			const isPast = sentAt.from <= (written.isMine ? ownThrough : through);
			const isRefused = isGone || isPast || endOf(alive, rules) <= at;
			if (!isRefused) this.#alive.set(id, alive);
		}
	}

	async #obey(step: Step): Promise<void> {
		const [chosen] = 'which' in step ? (await this.#shown()).slice(step.which) : [];
		for (const held of this.#both) await obeyOn(held, step, chosen);
		switch (step.do) {
			case 'open': {
				const isReading = (await chatOf(this.#eager, step.chat))?.clock === 'read';
				for (const alive of this.#alive.values())
					if (isReading && alive.chat === step.chat) alive.readAt ??= this.#now;
				return;
			}
			case 'keep':
				if (chosen) chosen.isKept = step.isKept;
				return;
			case 'delete':
				for (const { chat, written } of this.#alive.values())
					if (chat === step.chat) this.#forget(written.id);
				return;
			case 'delete-message':
				if (chosen) this.#forget(chosen.written.id);
				return;
		}
	}

	#forget(id: string): void {
		this.#alive.delete(id);
		this.#gone.add(id);
	}

	async #unlock(): Promise<void> {
		if (!this.#isLocked) return;
		this.#isLocked = false;
		for (const held of this.#both) await held.unlock();
		await this.#lookAtClock();
		for (const held of this.#both) {
			await this.#sweep(held);
			await held.effaceLocked(this.#eraseAt, this.#lifeMs);
		}
		for (const held of this.#both) {
			await held.takeKept(async (capture, at) => {
				expect(isLost(at, this.#lifeMs, this.#eraseAt)).toBe(false);
				await this.#sweep(held, Math.min(at, this.#eraseAt));
				const before = await chatOf(held, capture.thread?.chatId as ChatName);
				await merge(held, capture, at);
				if (held === this.#eager) await this.#expectTaken(capture, before, at);
			});
		}
		for (const held of this.#both) await this.#sweep(held);
	}

	/** As the background does whenever it sweeps, and where a page sends something. */
	async #lookAtClock(): Promise<void> {
		const { state, eraseAt, setBack } = judgeClock(this.#clock, this.#now, this.#told);
		this.#clock = { ...state };
		this.#eraseAt = eraseAt;
		if (setBack === null || this.#isLocked) return;
		await this.#letGo(setBack.wentBy);
		for (const { store } of this.#both) {
			await forgetQuotes(store, setBack.wentBy);
			await store.expire(setBack.wentBy);
			await store.update(async (stored) => {
				const chats = [...(await stored.chats()), ...(await stored.goneChats())];
				const told = { setBackFrom: setBack.from, now: this.#now };
				return { chats: refuseWhatWent(chats, await stored.settings(), told) };
			});
		}
		this.#clock.setBackTo = this.#now;
	}

	async #sweep(held: Held, eraseAt = this.#eraseAt): Promise<void> {
		if (this.#isLocked) return held.effaceLocked(eraseAt, this.#lifeMs);
		// Under the timers as they are: of a chat that goes with its name they are not known any more.
		if (held === this.#eager) await this.#letGo(eraseAt);
		await forgetQuotes(held.store, eraseAt);
		await held.store.expire(eraseAt);
	}

	/** What is due is gone for good once it was swept. */
	async #letGo(eraseAt: number): Promise<void> {
		const ends = await this.#ends();
		for (const [id, end] of ends) if (end <= eraseAt) this.#forget(id);
	}

	/** What is not past its time by the clock, believed or not. */
	async #shown(): Promise<Alive[]> {
		const ends = await this.#ends();
		return [...this.#alive.values()].filter(
			({ written }) => (ends.get(written.id) ?? 0) > this.#now,
		);
	}

	async #ends(): Promise<Map<string, number>> {
		const settings = await settingsOf(this.#eager);
		const ends = new Map<string, number>();
		for (const [id, alive] of this.#alive) {
			const chat = await chatOf(this.#eager, alive.chat);
			ends.set(id, endOf(alive, resolveTimer(chat ?? { network: 'messenger' }, settings)));
		}
		return ends;
	}

	async #check(): Promise<void> {
		if (this.#isLocked) return;
		const now = this.#now;
		const shown = await this.#shown();
		const settings = await settingsOf(this.#eager);
		const [eager, late] = [await this.#eager.look(now), await this.#late.look(now)];
		for (const seen of [eager, late]) {
			expect(timesOf(seen)).toEqual(
				shown.map(({ chat, written }) => `${chat}: ${written.at}`).sort(),
			);
			expect(seen.found).toHaveLength(shown.length);
			expect(seen.count).toBe(shown.length);
			this.#checkQuotes(seen, shown);
			for (const { chat, preview, messageCount, nextExpiryAt } of seen.rows) {
				const own = shown.filter((alive) => alive.chat === chat.title);
				expect(messageCount).toBe(own.length);
				if (preview) this.#checkLine(chat, preview, settings);
				expect(nextExpiryAt ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now);
			}
		}
		expect(told(late)).toEqual(told(eager));
		const timers = [
			...eager.rows.map(({ timer }) => timer),
			(await settingsOf(this.#eager)).defaultTimer,
		];
		this.#lifeMs = Math.min(longestLifeMs, ...timers.filter((timer) => timer !== 'off'));
	}

	/** A last line is a message: not past its time, and of nothing that went. */
	#checkLine(chat: Chat, { sentAt }: Preview, settings: Settings): void {
		const page = this.#pages.get(chat.title as ChatName) ?? [];
		const written = page.find(({ at }) => at === sentAt.from);
		if (!written) throw new Error(`a line of ${sentAt.from} that nobody wrote`);
		const line: Alive = { chat: chat.title as ChatName, written, readAt: null, isKept: false };
		expect(endOf(line, resolveTimer(chat, settings))).toBeGreaterThan(this.#now);
		expect([...this.#gone]).not.toContain(written.id);
	}

	/** No words of what went, or is hidden, in what answers it. */
	#checkQuotes({ chats }: Seen, shown: readonly Alive[]): void {
		const isShown = new Set(shown.map(({ written }) => written.id));
		for (const [name, messages] of chats) {
			for (const { quote, sentAt } of messages) {
				const written = this.#pages.get(name as ChatName)?.find(({ at }) => at === sentAt.from);
				const isTold = quote !== null && this.#quoting.has(written?.id ?? '');
				if (isTold) expect([...isShown]).toContain(written?.answers?.id);
			}
		}
	}
}

/** When the last of its clocks ends. */
function endOf(
	{ written, readAt, isKept }: Alive,
	{ lifespan }: ReturnType<typeof resolveTimer>,
): number {
	if (isKept) return Number.POSITIVE_INFINITY;
	const { sent, read } = typeof lifespan === 'object' ? lifespan : { sent: lifespan, read: 'off' };
	const begun = written.isMine ? written.at : (readAt ?? Number.POSITIVE_INFINITY);
	return Math.min(
		sent === 'off' ? Number.POSITIVE_INFINITY : written.at + Number(sent),
		read === 'off' ? Number.POSITIVE_INFINITY : begun + Number(read),
	);
}

async function chatOf({ store }: Held, name: ChatName): Promise<Chat | undefined> {
	const key = await store.hash(chatId('messenger', 'me', name));
	const all = [...(await store.chats()), ...(await store.goneChats())];
	return all.find((chat) => chat.key === key);
}

const merge = ({ store }: Held, capture: Capture, at: number): Promise<void> =>
	store.update(async (stored) => (await mergeCapture(capture, stored, at)).changes);

const settingsOf = ({ store }: Held): Promise<Settings> => store.settings();

async function obeyOn({ store }: Held, step: Step, chosen: Alive | undefined): Promise<unknown> {
	const open = async () => store;
	const keysOf = async (
		name: ChatName,
	): Promise<{ chatKey: string; messages: Map<number, string> }> => {
		const chatKey = await store.hash(chatId('messenger', 'me', name));
		const messages = await store.messages(chatKey);
		return {
			chatKey,
			messages: new Map(messages.map(({ key, sentAt }) => [sentAt.from ?? 0, key])),
		};
	};
	switch (step.do) {
		case 'open': {
			const { chatKey, messages } = await keysOf(step.chat);
			return noteRead(open, chatKey, [...messages.values()]);
		}
		case 'choose': {
			const { chatKey } = await keysOf(step.chat);
			const choice = choiceOf(step, chatKey);
			return choice && setTimer(open, choice);
		}
		case 'delete': {
			const { chatKey } = await keysOf(step.chat);
			return deleteChats(open, ({ key }) => key === chatKey);
		}
		case 'delete-message':
		case 'keep': {
			if (!chosen) return null;
			const { chatKey, messages } = await keysOf(chosen.chat);
			const key = messages.get(chosen.written.at) ?? '';
			return step.do === 'keep'
				? keepMessage(open, chatKey, key, step.isKept)
				: deleteMessage(open, chatKey, key);
		}
		default:
			return null;
	}
}

function choiceOf(
	{ on, timer, clock }: Extract<Step, { do: 'choose' }>,
	chatKey: string,
): TimerChoice | null {
	if (on === 'chat') return { scope: 'chat', chatKey, timer, clock };
	if (on === 'network') return { scope: 'network', network: 'messenger', timer };
	return timer === null ? null : { scope: 'default', timer };
}

function pageOf(
	{ chat, networkTimerMs }: Extract<Step, { do: 'read-page' }>,
	shown: readonly Written[],
	now: number,
) {
	const exactly = (at: number) => ({ from: at, to: at, precision: 'exact' as const });
	const sideOf = ({ isMine }: Written) => (isMine ? ('mine' as const) : ('theirs' as const));
	const rows = shown.slice(-1).map((last) => ({
		id: chat,
		title: chat,
		preview: last.text,
		previewSide: sideOf(last),
		unread: last.isMine ? 0 : 1,
		lastActivity: exactly(last.at),
		networkTimerMs,
	}));
	return {
		at: now,
		chatId: chat,
		title: chat,
		chats: rows,
		thread: shown.map((written) => ({
			id: written.id,
			text: written.text,
			side: sideOf(written),
			sentAt: exactly(written.at),
			quote: written.answers?.text ?? null,
		})),
	};
}

/** Every message that a chat shows, by its time: its text may have been edited since. */
function timesOf({ chats }: Seen): string[] {
	return [...chats]
		.flatMap(([title, messages]) => messages.map(({ sentAt }) => `${title}: ${sentAt.from}`))
		.sort();
}

/** All that is read, without the keys by which each inbox knows it. */
function told({ rows, chats, found, count, badge }: Seen) {
	const plain = ({ text, quote, expiresAt, sentAt, kept }: ShownMessage) => ({
		...{ text, quote, expiresAt, sentAt, kept: kept === true },
	});
	return {
		rows: rows
			.map(({ chat, preview, timer, timerFrom, nextExpiryAt, messageCount }) => ({
				title: chat.title,
				line: preview?.text ?? null,
				...{ timer, timerFrom, nextExpiryAt, messageCount },
			}))
			.sort((a, b) => (a.title < b.title ? -1 : 1)),
		chats: [...chats]
			.map(([title, messages]) => ({ title, messages: messages.map(plain) }))
			.sort((a, b) => (a.title < b.title ? -1 : 1)),
		found: [...found].sort(),
		count,
		badge,
	};
}
