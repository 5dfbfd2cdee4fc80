import { expect } from 'vitest';
import type { Reading } from '@/lib/model';
import type { Adapter, ReadContext } from '@/lib/networks/adapter';
import { createKeptReadings } from '@/lib/networks/kept-readings';
import type { InTurns } from '@/lib/networks/turns';
import { seededRandom } from '../sites/random';

const passes = 10;

/**
 * Prepares and reads this document, as the loop does, while it changes in each of the
 * reader's turns. What is read must each time be what a reader finds that has kept nothing.
 */
export async function expectWholeReadings(
	adapter: Adapter,
	seed: number,
	given: Partial<ReadContext> = {},
): Promise<void> {
	const now = Date.now();
	const context = {
		document,
		url: new URL(location.href),
		now,
		languages: ['en-US'],
		openedAt: now - 60_000,
		visible: true,
		...given,
	};
	const random = seededRandom(seed);
	const { keep, forget } = createKeptReadings();
	let changes = 0;
	const note = (records: readonly MutationRecord[]): void => {
		changes += records.length;
		forget(records);
	};
	const observer = new MutationObserver(note);
	const everything = { subtree: true, childList: true, characterData: true, attributes: true };
	observer.observe(document, everything);
	const inTurns: InTurns = async (items, work) => {
		for (const item of items) {
			if (random() < 0.05) changeSomething(random);
			await null;
			work(item);
		}
	};
	const memory = new Map<string, unknown>();
	const plainMemory = new Map<string, unknown>();
	let isSomethingRead = false;
	/** The page has timers of its own: both readers must have seen it in the same state. */
	const readByBoth = async (): Promise<{ reading: Reading; plain: Reading }> => {
		for (;;) {
			note(observer.takeRecords());
			const before = changes;
			const reading = await adapter.read({ ...context, memory, keep });
			const plain = await adapter.read({ ...context, memory: plainMemory });
			note(observer.takeRecords());
			if (changes === before) return { reading, plain };
		}
	};
	try {
		for (let pass = 0; pass < passes; pass += 1) {
			changeSomething(random);
			await adapter.prepare?.({ ...context, memory, keep }, inTurns);
			const { reading, plain } = await readByBoth();
			isSomethingRead ||= reading.chats.length > 1 && (reading.thread?.messages.length ?? 0) > 1;
			expect(reading, `seed ${seed}, pass ${pass}`).toEqual(plain);
		}
	} finally {
		observer.disconnect();
	}
	expect(isSomethingRead).toBe(true);
}

/** Any change that a page could make to what is in its list, its thread, or anywhere. */
function changeSomething(random: () => number): void {
	const pick = <Item>(items: readonly Item[]): Item | undefined =>
		items[Math.floor(random() * items.length)];
	const all = [...document.body.querySelectorAll('*')];
	const one = pick(all);
	const changes: (() => void)[] = [
		() => {
			const texts = all.filter((element) => element.firstChild?.nodeType === Node.TEXT_NODE);
			const text = pick(texts)?.firstChild;
			if (text) text.nodeValue = `${pick(texts)?.textContent} ${Math.floor(random() * 100)}`;
		},
		() => {
			const name = pick([...(one?.attributes ?? [])])?.name;
			const other = name && pick(all.filter((element) => element.hasAttribute(name)));
			if (one && name && other) one.setAttribute(name, other.getAttribute(name) ?? '');
		},
		() => {
			const [first, second] = [one, one?.nextElementSibling];
			if (first && second) first.before(second);
		},
		() => {
			if (one && one.querySelectorAll('*').length < 20) one.remove();
		},
		// Taken out, changed while nobody sees it, and brought back.
		() => {
			const place = one?.nextSibling ?? null;
			const parent = one?.parentNode;
			if (!one || !parent || one.querySelectorAll('*').length > 200) return;
			one.remove();
			const leaf = pick([...one.querySelectorAll('*')].filter((e) => e.childElementCount === 0));
			if (leaf) leaf.textContent = `Changed ${Math.floor(random() * 100)}`;
			parent.insertBefore(one, place);
		},
	];
	pick(changes)?.();
}
