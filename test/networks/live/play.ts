import { expect, vi } from 'vitest';
import type { Chat, Network, Reading } from '@/lib/model';
import type { SiteAction } from '../../sites/scenario';
import { phoneOf } from '../../sites/whatsapp/ids';
import { commonTexts, kinds, liveCircle, say } from './circle';
import { faultOf } from './compare';
import { HeldInbox } from './held';
import type { Move, Story } from './moves';
import { forgetPageDatabase, type LivePage, openPage, passUntil } from './page';
import { World, type WorldChat } from './world';

/** A day from which stories begin. */
const firstDay = Date.UTC(2026, 1, 3, 9, 30);
/** The loop that watches a page reads once this long nothing has changed. */
const quietMs = 300;
/** So many rows or messages are in view at least, wherever a person scrolls. */
const fullView = 12;
/** Long enough for a page to bring its own clock labels up to date. */
const awakeMs = 25_000;
const loadingRereadMs = 1_000;
/** A reader rests no longer: what a page drew is read before much time passes. */
const longestRestMs = 5_000;

/** One story of a page that lives, from its loading on. */
export async function play(network: Network, story: Story): Promise<void> {
	vi.setSystemTime(firstDay + story.startMinute * 60_000);
	const teller = await Teller.begin(network, story);
	for (const { move, glance, hasteMs, isReadAgain } of story.steps) {
		await teller.happen(move, glance === 'hasty' ? hasteMs : null);
		if (glance === 'quiet') await teller.look({ isReadAgain, isPatient: false });
	}
	await teller.happen({ do: 'show' }, null);
	await teller.look({ isReadAgain: story.isReadFirst, isPatient: true });
	await teller.expectNoStrangers();
}

class Teller {
	readonly #world: World;
	readonly #inbox: HeldInbox;
	#page: LivePage;
	#arrived = 0;

	private constructor(world: World, inbox: HeldInbox, page: LivePage) {
		this.#world = world;
		this.#inbox = inbox;
		this.#page = page;
	}

	static async begin(network: Network, story: Story): Promise<Teller> {
		const world = new World(network, liveCircle(network, { ...story, now: Date.now() }));
		if (network === 'whatsapp') await forgetPageDatabase();
		const inbox = await HeldInbox.open(network, story.isStored);
		const page = await openPage(network, world.scenario());
		const teller = new Teller(world, inbox, page);
		if (story.isReadFirst) await teller.look({ isReadAgain: false, isPatient: true });
		return teller;
	}

	/** Lets a move happen; a hasty reading falls into the midst of it. */
	async happen(move: Move, hasteMs: number | null): Promise<void> {
		if (move.do === 'pass') {
			if (move.ms > longestRestMs) await this.look({ isReadAgain: false, isPatient: false });
			await pass(move.ms);
		}
		if (move.do === 'reload') await this.#reload();
		for (const action of this.#actionsOf(move)) {
			if (action.do === 'arrive') action.message.sentAt = Date.now();
			this.#world.apply(action);
			const drawn = this.#page.site.act(action);
			if (hasteMs !== null) {
				await vi.advanceTimersByTimeAsync(hasteMs);
				this.#world.notice(this.#page.site.shownMessages(), false);
				await this.#read();
			}
			await passUntil(drawn);
			this.#world.notice(this.#page.site.shownMessages(), false);
		}
	}

	/**
	 * Reads a quiet page and expects what it shows in the inbox. `isPatient`: as often as
	 * its reader asks for, not only until there is something to read.
	 */
	async look({ isReadAgain, isPatient }: { isReadAgain: boolean; isPatient: boolean }) {
		await vi.advanceTimersByTimeAsync(quietMs);
		let reading = await this.#read();
		for (let times = 0; times < 8; times += 1) {
			const wait = reading.state === 'loading' ? loadingRereadMs : (reading.rereadAfterMs ?? null);
			const isMissing = this.#world.openChat !== null && reading.thread === null;
			if (wait === null || !(isPatient || isMissing || reading.state === 'loading')) break;
			await vi.advanceTimersByTimeAsync(wait);
			reading = await this.#read();
		}
		const isSure = !this.#world.isHidden;
		this.#world.notice(this.#page.site.shownMessages(), isSure);
		if (isSure && isPatient) expect(faultsOf(reading)).toEqual([]);
		if (isReadAgain) {
			const again = await this.#page.read(isSure);
			// What the first one learned of the page (own name, open row) may tell more of the same.
			await this.#inbox.takeAgain(again, Date.now());
			const changes = await this.#inbox.takeAgain(again, Date.now());
			expect(JSON.stringify(changes, null, 1), 'what another reading changes').toBe('[]');
		}
		await this.#expectMessages(this.#world.openChat);
		if (isSure) await this.#expectList();
	}

	async expectNoStrangers(): Promise<void> {
		const stored = await this.#inbox.chats();
		for (const chat of stored) {
			const owners = this.#world.chats.filter((one) => this.#isOf(chat, one));
			expect(owners, `whose chat is ${chat.title}`).not.toEqual([]);
		}
		for (const chat of this.#world.chats) await this.#expectMessages(chat);
	}

	async #read(): Promise<Reading> {
		const reading = await this.#page.read(!this.#world.isHidden);
		expect(reading.problems.filter((problem) => /failed|unreadable/u.test(problem))).toEqual([]);
		await this.#inbox.take(reading, Date.now());
		return reading;
	}

	async #reload(): Promise<void> {
		this.#world.apply({ do: 'close' });
		this.#inbox.forgetNews();
		this.#page = await openPage(this.#world.network, this.#world.scenario());
	}

	async #expectMessages(chat: WorldChat | null): Promise<void> {
		if (!chat) return;
		const stored = (await this.#inbox.chats()).filter((one) => this.#isOf(one, chat));
		const named = stored.filter(({ nativeId }) => nativeId !== null);
		expect(named.length, `chats with the id of ${chat.id}`).toBeLessThanOrEqual(1);
		const isTwin = chat.id.startsWith('twin');
		// On Instagram a chat opened while its row was not drawn is not proven to be that row.
		const most = this.#world.network === 'instagram' ? 2 : 1;
		if (!isTwin) expect(stored.length, `chats called ${chat.name}`).toBeLessThanOrEqual(most);
		const messages = [];
		for (const one of isTwin ? named : stored) {
			messages.push(...(await this.#inbox.messages(one, Date.now())));
		}
		// Two chats of one name on WhatsApp have nothing that tells them apart at all times.
		const isVague = isTwin && this.#world.network === 'whatsapp';
		const said = isVague
			? chat.said.map((one) => ({
					...one,
					seen: one.seen === 'surely' ? ('perhaps' as const) : one.seen,
				}))
			: chat.said;
		const fault = faultOf(messages, said, this.#world.network, Date.now());
		if (fault !== null) throw new Error(`${chat.id}, at ${new Date().toISOString()}\n${fault}`);
	}

	async #expectList(): Promise<void> {
		const stored = await this.#inbox.chats();
		for (const id of this.#page.site.shownChats()) {
			const chat = this.#world.chats.find((one) => one.id === id);
			if (!chat || chat.id.startsWith('twin')) continue;
			const held = stored.filter((one) => this.#isOf(one, chat));
			const isOpen = chat === this.#world.openChat;
			if (isOpen) expect(held.length, `chats called ${chat.name}, which is open`).toBe(1);
			const [only] = held.length === 1 ? held : [];
			if (only && only.unread !== null) {
				expect(Boolean(only.unread), `${id} is unread`).toBe(Boolean(chat.unread));
			}
			const line = this.#lastLine(chat);
			const previews = await Promise.all(held.map((one) => this.#inbox.preview(one)));
			if (line !== null) expect(previews.join('\n'), `preview of ${id}`).toContain(line);
		}
	}

	/** What a row shows for certain of its chat's last message. */
	#lastLine({ said, unread }: WorldChat): string | null {
		const isInstagram = this.#world.network === 'instagram';
		const last = said.findLast(({ isUnsent }) => !isUnsent || !isInstagram);
		const isCounted = isInstagram && Number(unread) > 1;
		if (!last || last.isUnsent || last.message.kind !== 'text' || isCounted) return null;
		return last.message.text ?? null;
	}

	#isOf(stored: Chat, chat: WorldChat): boolean {
		if (stored.nativeId === null) return stored.title === chat.name;
		return (
			stored.nativeId === (chat.nativeId.endsWith('@lid') ? phoneOf(chat.nativeId) : chat.nativeId)
		);
	}

	#actionsOf(move: Move): SiteAction[] {
		const chats = this.#world.chats;
		const chat = 'chat' in move ? chats[move.chat % chats.length] : undefined;
		switch (move.do) {
			case 'pass':
			case 'reload':
				return [];
			case 'arrive':
				return chat ? this.#arrivals(chat, move) : [];
			case 'open':
			case 'read':
				return chat && chat.said.length > 0 ? [{ do: move.do, chatId: chat.id }] : [];
			case 'edit':
			case 'unsend':
			case 'react':
				return chat ? this.#changes(chat, move) : [];
			case 'scroll-thread':
				return [{ do: move.do, to: within(move.to, this.#world.openChat?.said.length ?? 0) }];
			case 'scroll-list':
				return [{ do: move.do, to: within(move.to, chats.length) }];
			case 'close':
			case 'hide':
			case 'show':
				return [{ do: move.do }];
			default:
				return [move];
		}
	}

	#arrivals(chat: WorldChat, move: Extract<Move, { do: 'arrive' }>): SiteAction[] {
		return Array.from({ length: move.count }, (_, index): SiteAction => {
			this.#arrived += 1;
			const place = 1_000 + this.#arrived;
			const people = ['me', ...chat.personIds];
			const from = people[(move.from + index) % people.length] ?? 'me';
			const kind = kinds[move.kind % kinds.length] ?? 'text';
			const message = say(chat.id, place, from, Date.now(), { common: move.common, kind });
			return { do: 'arrive', chatId: chat.id, message };
		});
	}

	/** Only what is there can change: text is edited, notices are neither unsent nor liked. */
	#changes(chat: WorldChat, move: Extract<Move, { back: number }>): SiteAction[] {
		const able = chat.said.filter(
			({ isUnsent, message }) =>
				!isUnsent && message.kind !== 'system' && (move.do !== 'edit' || message.kind === 'text'),
		);
		const said = able[able.length - 1 - (move.back % Math.max(1, able.length))];
		if (!said) return [];
		const { id } = said.message;
		const named = { chatId: chat.id, messageId: id };
		if (move.do === 'unsend') return [{ do: 'unsend', ...named }];
		if (move.do === 'react') return [{ do: 'react', ...named, emoji: '❤️' }];
		const text = `${said.message.text ?? commonTexts[0]} (better)`;
		return [{ do: 'edit', ...named, text }];
	}
}

/** Of a long time only the end is lived through: timers wait meanwhile, as in a tab that sleeps. */
async function pass(ms: number): Promise<void> {
	const livedMs = Math.min(ms, awakeMs);
	vi.setSystemTime(Date.now() + ms - livedMs);
	await vi.advanceTimersByTimeAsync(livedMs);
}

/** Why a page that is wholly there is not read as such. */
function faultsOf({ state, problems }: Reading): string[] {
	const isExcused = state === 'degraded' && problems.every((problem) => excused.includes(problem));
	return state === 'reading' || isExcused ? [] : [state, ...problems];
}

const excused = [
	// Instagram's "just now" is not what `Intl` says in some languages: such a row has no time.
	'rows-without-time',
	// Two chats of one name on WhatsApp, last active at one time: two rows in six.
	'rows-unlinked',
	// Said of every long thread.
	'message-shells',
];

function within(to: number, count: number): number {
	return to % Math.max(1, count - fullView);
}
