import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect } from 'vitest';
import { chatId } from '@/lib/ids';
import { chooseTimer, type TimerChoice } from '@/lib/inbox/choose-timer';
import { deleteChat } from '@/lib/inbox/delete-chat';
import { mergeCapture, type StoredInbox } from '@/lib/inbox/merge-capture';
import { isShorter } from '@/lib/inbox/resolve-timer';
import {
	dayMs,
	hourMs,
	type Settings,
	type Chat as StoredChat,
	type Timer,
	weekMs,
} from '@/lib/model';
import { PlainInbox } from '../store/plain-inbox';
import { captureOf } from './open-inbox';

const minuteMs = 60_000;
const start = Date.UTC(2026, 10, 24, 12);
const chats = ['Ada', 'Ben'] as const;
const firstSettings: Settings = { defaultTimer: dayMs };

type Chat = (typeof chats)[number];
type Step =
	| { do: 'wait'; ms: number }
	/** Somebody writes; the page has it from then on. */
	| { do: 'write'; chat: Chat; agoMs: number }
	| { do: 'edit'; chat: Chat; which: number }
	/** The page is read: its last so many messages, with the row's last line. */
	| { do: 'read'; chat: Chat; length: number; networkTimerMs: number | null }
	| { do: 'choose'; on: 'chat' | 'network' | 'default'; chat: Chat; timer: Timer | null }
	/** The user deletes a chat here; its page goes on showing it. */
	| { do: 'delete'; chat: Chat }
	/** The user keeps a message past its time, or no longer. */
	| { do: 'keep'; which: number; isKept: boolean }
	/** The late sweep runs; the eager one runs after every step. */
	| { do: 'sweep' };

const chat = fc.constantFrom(...chats);
const span = fc.constantFrom(1, minuteMs, 20 * minuteMs, hourMs, 5 * hourMs, dayMs, weekMs);
const timer = fc.constantFrom<Timer>('off', 30 * minuteMs, hourMs, 8 * hourMs, dayMs, weekMs);
const steps = fc.array(
	fc.oneof(
		{ weight: 3, arbitrary: fc.record({ do: fc.constant('wait'), ms: span }) },
		{ weight: 4, arbitrary: fc.record({ do: fc.constant('write'), chat, agoMs: span }) },
		{ weight: 1, arbitrary: fc.record({ do: fc.constant('edit'), chat, which: fc.nat(9) }) },
		{
			weight: 5,
			arbitrary: fc.record({
				do: fc.constant('read'),
				chat,
				length: fc.integer({ min: 1, max: 6 }),
				networkTimerMs: fc.constantFrom(null, null, null, hourMs, dayMs),
			}),
		},
		{
			weight: 3,
			arbitrary: fc.record({
				do: fc.constant('choose'),
				on: fc.constantFrom('chat', 'network', 'default'),
				chat,
				timer: fc.option(timer),
			}),
		},
		{ weight: 1, arbitrary: fc.record({ do: fc.constant('delete'), chat }) },
		{
			weight: 2,
			arbitrary: fc.record({ do: fc.constant('keep'), which: fc.nat(9), isKept: fc.boolean() }),
		},
		{ weight: 1, arbitrary: fc.record({ do: fc.constant('sweep') }) },
	) as fc.Arbitrary<Step>,
	{ minLength: 4, maxLength: 14 },
);

interface Written {
	id: string;
	text: string;
	at: number;
}

interface Alive {
	chat: Chat;
	written: Written;
	isKept: boolean;
}

/** One inbox over plain maps, with a sweep that runs when it is told to. */
class Side {
	readonly inbox = new PlainInbox();
	readonly hash = async (identity: string): Promise<string> =>
		createHash('sha256').update(identity).digest('base64url').slice(0, 22);

	constructor() {
		this.inbox.put({ settings: firstSettings });
	}

	get stored(): StoredInbox {
		const { inbox, hash } = this;
		return {
			hash,
			settings: async () => inbox.settings,
			chats: async () => inbox.present(),
			goneChats: async () => [...inbox.chats.values()].filter(({ isGone }) => isGone),
			preview: async (chatKey) => inbox.previews.get(chatKey) ?? null,
			messages: async (chatKey) => inbox.stored(chatKey),
		};
	}

	/** A chat by its name, also one of which only what refuses is left. */
	async chat(name: Chat): Promise<StoredChat | undefined> {
		return this.inbox.chats.get(await this.hash(chatId('messenger', 'me', name)));
	}

	async delete(name: Chat, now: number): Promise<void> {
		// As the background does: a chat that is forgotten by now is not there to be deleted.
		await this.sweep(now);
		const chat = await this.chat(name);
		if (!chat || chat.isGone) return;
		const preview = this.inbox.previews.get(chat.key) ?? null;
		const messages = this.inbox.stored(chat.key);
		const left = await deleteChat({ chat, preview, messages }, this.hash, now);
		this.inbox.put({ removedChats: [chat.key], chats: [left] });
	}

	async keep(name: Chat, at: number, isKept: boolean, now: number): Promise<void> {
		const chat = await this.chat(name);
		if (!chat || chat.isGone) return;
		const messages = this.inbox
			.live(chat.key, now)
			.filter(({ sentAt }) => sentAt.from === at)
			.map(({ kept: _, ...rest }) => (isKept ? { ...rest, kept: true } : rest));
		this.inbox.put({ messages: [{ chatKey: chat.key, messages }] });
	}

	async sweep(now: number): Promise<void> {
		await this.inbox.expire(now, this.hash);
	}

	/** Every way to see a message, as texts: chat, count, list. */
	read(now: number): string[] {
		return [...this.inbox.chats.values()]
			.flatMap(({ key, title }) => [
				...this.inbox.live(key, now).map(({ text }) => `${title}: ${text}`),
				...[this.inbox.livePreview(key, now)].flatMap((line) =>
					line ? [`${title} in the list: ${line.text}`] : [],
				),
			])
			.sort();
	}
}

/** Plays random timelines on two inboxes that sweep at different times; throws where they fail. */
export async function tryTimelines(runs: number, seed: number): Promise<{ reads: number }> {
	let reads = 0;
	await fc.assert(
		fc.asyncProperty(steps, async (timeline) => {
			reads += await play(timeline);
		}),
		{ numRuns: runs, seed },
	);
	return { reads };
}

async function play(timeline: readonly Step[]): Promise<number> {
	const [eager, late] = [new Side(), new Side()];
	const pages = new Map<Chat, Written[]>(chats.map((name) => [name, []]));
	/** What must be read: kept by its id with the chat, from its first capture to its last second. */
	const alive = new Map<string, Alive>();
	const gone = new Set<string>();
	let now = start;
	let count = 0;

	const timerOf = (name: Chat): Timer => {
		const known = [...eager.inbox.chats.values()].find(({ title }) => title === name);
		return known ? eager.inbox.timer(known.key).timer : eager.inbox.settings.defaultTimer;
	};
	const letGo = () => {
		for (const [id, { chat: name, written, isKept }] of alive) {
			if (isKept) continue;
			const limit = timerOf(name);
			if (limit === 'off' || written.at + limit > now) continue;
			alive.delete(id);
			gone.add(id);
		}
	};

	for (const step of timeline) {
		if (step.do === 'wait') now += step.ms;
		if (step.do === 'write') {
			const page = pages.get(step.chat) ?? [];
			const after = page.at(-1)?.at ?? 0;
			count += 1;
			const at = Math.max(now - step.agoMs, after + 1);
			if (at <= now) page.push({ id: `id ${count}`, text: `words ${count}`, at });
		}
		if (step.do === 'edit') {
			const written = pages.get(step.chat)?.[step.which];
			if (written) written.text += '!';
		}
		if (step.do === 'read') await readPage(step, [eager, late], pages, alive, gone, now);
		if (step.do === 'choose') {
			for (const side of [eager, late]) await choose(side, step, now);
		}
		if (step.do === 'delete') {
			for (const side of [eager, late]) await side.delete(step.chat, now);
			for (const [id, { chat: name }] of alive) {
				if (name !== step.chat) continue;
				alive.delete(id);
				gone.add(id);
			}
		}
		if (step.do === 'keep') {
			const [chosen] = [...alive.values()].slice(step.which);
			if (chosen) {
				for (const side of [eager, late])
					await side.keep(chosen.chat, chosen.written.at, step.isKept, now);
				chosen.isKept = step.isKept;
			}
		}
		if (step.do === 'sweep') await late.sweep(now);
		letGo();
		await eager.sweep(now);

		const expected = [...alive.values()].map(({ chat: name, written }) => `${name}: ${written.at}`);
		for (const side of [eager, late]) {
			const seen = [...side.inbox.chats.values()].flatMap(({ key, title }) =>
				side.inbox.live(key, now).map(({ sentAt }) => `${title}: ${sentAt.from}`),
			);
			expect(seen.sort()).toEqual(expected.sort());
		}
		expect(late.read(now)).toEqual(eager.read(now));
	}
	return timeline.length;
}

async function choose(
	side: Side,
	{ on, chat: name, timer: chosen }: Extract<Step, { do: 'choose' }>,
	now: number,
): Promise<void> {
	// As the background does: what is due goes by the timer under which it fell due.
	await side.sweep(now);
	const { inbox } = side;
	const known = inbox.present().find(({ title }) => title === name);
	const choice: TimerChoice | null =
		on === 'chat'
			? known
				? { scope: 'chat', chatKey: known.key, timer: chosen }
				: null
			: on === 'network'
				? { scope: 'network', network: 'messenger', timer: chosen }
				: chosen === null
					? null
					: { scope: 'default', timer: chosen };
	if (choice) inbox.put(chooseTimer(choice, inbox.present(), inbox.settings, now) ?? {});
}

async function readPage(
	{ chat: name, length, networkTimerMs }: Extract<Step, { do: 'read' }>,
	sides: readonly Side[],
	pages: ReadonlyMap<Chat, Written[]>,
	alive: Map<string, Alive>,
	gone: ReadonlySet<string>,
	now: number,
): Promise<void> {
	const shown = (pages.get(name) ?? []).slice(-length);
	const last = shown.at(-1);
	if (!last) return;
	const exactly = (at: number) => ({ from: at, to: at, precision: 'exact' as const });
	const page = {
		at: now,
		chatId: name,
		title: name,
		chats: [
			{
				id: name,
				title: name,
				preview: last.text,
				lastActivity: exactly(last.at),
				networkTimerMs,
			},
		],
		thread: shown.map(({ id, text, at }) => ({ id, text, sentAt: exactly(at) })),
	};
	for (const side of sides) await side.sweep(now);
	const [first] = sides;
	const before = await first?.chat(name);
	const through = before?.expiredThrough ?? Number.NEGATIVE_INFINITY;
	for (const side of sides) {
		const { changes } = await mergeCapture(captureOf(page, 'messenger'), side.stored, now);
		side.inbox.put(changes);
	}
	const after = await first?.chat(name);
	const ours = after && first ? first.inbox.timer(after.key).timer : 'off';
	// What is left of a deleted chat does not say what its network tells of it now.
	const limit = networkTimerMs !== null && isShorter(ours, networkTimerMs) ? networkTimerMs : ours;
	const refusedThrough = Math.max(
		through,
		after?.expiredThrough ?? Number.NEGATIVE_INFINITY,
		after?.deletedThrough ?? Number.NEGATIVE_INFINITY,
	);
	for (const written of shown) {
		const isDue = limit !== 'off' && written.at + limit <= now;
		// A chat that was forgotten with its name is a new one: nothing is left to know it by.
		const isGone = before !== undefined && gone.has(written.id);
		if (!isGone && !isDue && written.at > refusedThrough)
			alive.set(written.id, alive.get(written.id) ?? { chat: name, written, isKept: false });
	}
}
