import type { Keep } from '../kept-readings';
import { judge, type People, readSignals, type Signals, type Verdict } from './authors';
import type { Item } from './items';
import type { PageMemory } from './memory';
import type { Content } from './message';

/** Whose each message is: its own signs, then its run, then what was known of its element. */
export function readVerdicts(
	items: readonly Item[],
	contents: readonly Content[],
	people: People,
	memory: PageMemory,
	keep: Keep,
): Verdict[] {
	const shown = items.filter((item) => item.mark.is === 'message');
	const elements = shown.map((item) => (item.isSystem ? null : item.element));
	const signals = readSignals(elements, people, keep);
	const verdicts = signals.map((signal, index) =>
		elements[index] ? judge(signal, people) : { side: 'unknown' as const, sender: null },
	);
	carryBack(verdicts, signals, runEnds(items));
	return verdicts.map((verdict, index) => {
		const element = elements[index];
		return element ? remembered(element, contents[index]?.text ?? null, verdict, memory) : verdict;
	});
}

/** Whether each message is the last before a separator, a break or the end. */
function runEnds(items: readonly Item[]): boolean[] {
	const ends: boolean[] = [];
	for (const [index, item] of items.entries()) {
		if (item.mark.is !== 'message') continue;
		const next = items[index + 1];
		ends.push(item.isSystem || next?.mark.is !== 'message' || next.isSystem);
	}
	return ends;
}

/** A run's picture stands beside its last message only: what looks received before it is of the same person. */
function carryBack(
	verdicts: Verdict[],
	signals: readonly Signals[],
	ends: readonly boolean[],
): void {
	for (let index = verdicts.length - 2; index >= 0; index -= 1) {
		const verdict = verdicts[index];
		const next = verdicts[index + 1];
		const signal = signals[index];
		if (!verdict || !signal || next?.side !== 'theirs' || ends[index]) continue;
		const looksReceived = verdict.side === 'unknown' && signal.theirs > 0 && signal.mine === 0;
		if (looksReceived) verdict.side = 'theirs';
		if (verdict.side === 'theirs') verdict.sender ??= next.sender;
	}
}

/** A message keeps its author while its element stays, though the run's picture moves on. */
function remembered(
	element: Element,
	text: string | null,
	verdict: Verdict,
	memory: PageMemory,
): Verdict {
	const known = memory.authors.get(element);
	if (known?.text === text) {
		if (verdict.side === 'unknown') return { side: known.side, sender: known.sender };
		if (verdict.side === known.side) verdict.sender ??= known.sender;
	}
	if (verdict.side !== 'unknown') memory.authors.set(element, { text, ...verdict });
	return verdict;
}
