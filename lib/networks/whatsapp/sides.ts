import type { Side } from '../../model';
import type { Bubble } from './bubble';
import { bareName } from './identity';
import type { PageMemory } from './memory';

interface Settled {
	side: Side;
	sender: string | null;
}

/** Side and sender of each message, oldest first, as far as all of them together tell. */
export function settleSides(
	runs: readonly (readonly Bubble[])[],
	memory: PageMemory,
): Map<Bubble, Settled> {
	const bubbles = runs.flat();
	const learned = learn(bubbles, memory);
	const settled = new Map<Bubble, Settled>();
	for (const run of runs) {
		let before = null as Settled | null;
		for (const bubble of run) {
			const side = bubble.kind === 'system' ? 'unknown' : sideOf(bubble, learned);
			const isContinued: boolean =
				!bubble.hasTail && bubble.label === null && before?.side === side && side === 'theirs';
			const sender: string | null =
				senderOf(bubble, side) ?? (isContinued ? (before?.sender ?? null) : null);
			before = bubble.kind === 'system' ? null : { side, sender };
			settled.set(bubble, { side, sender: bubble.kind === 'system' ? null : sender });
		}
	}
	return settled;
}

interface Learned {
	ownSenders: Set<string>;
	/** Of proven ones of others, unless one's own are signed the same. */
	otherSenders: Set<string>;
	ownLabels: Set<string>;
	otherLabels: Set<string>;
}

/** How own messages are signed and labelled ("You:" in the page's language), from proven ones. */
function learn(bubbles: readonly Bubble[], memory: PageMemory): Learned {
	const of = (side: Side, value: (bubble: Bubble) => string | null): Set<string> =>
		new Set(
			bubbles.flatMap((bubble) => {
				const found = bubble.side === side ? value(bubble) : null;
				return found === null ? [] : [found];
			}),
		);
	const proofs = new Map<string, number>();
	for (const { side, stamp } of bubbles) {
		if (side !== 'mine' || !stamp?.sender) continue;
		proofs.set(stamp.sender, (proofs.get(stamp.sender) ?? 0) + 1);
	}
	for (const [sender, count] of proofs) {
		memory.ownSenders.set(sender, Math.max(count, memory.ownSenders.get(sender) ?? 0));
	}
	const senders = of('theirs', (bubble) => bubble.stamp?.sender ?? null);
	const otherSenders = new Set([...senders].filter((sender) => !memory.ownSenders.has(sender)));
	const otherLabels = of('theirs', (bubble) => bubble.label);
	return {
		// Two that agree: one alone may be a misreading.
		ownSenders: new Set(
			[...memory.ownSenders]
				.filter(([sender, count]) => count >= 2 && !senders.has(sender))
				.map(([sender]) => sender),
		),
		otherSenders,
		ownLabels: new Set(
			[...of('mine', (bubble) => bubble.label)].filter((label) => !otherLabels.has(label)),
		),
		otherLabels,
	};
}

function sideOf(bubble: Bubble, learned: Learned): Side {
	if (bubble.side !== 'unknown') return bubble.side;
	const sender = bubble.stamp?.sender ?? null;
	const { label } = bubble;
	if (label !== null && learned.ownLabels.has(label)) return 'mine';
	if (label !== null && learned.otherLabels.has(label)) return 'theirs';
	if (label !== null && sender !== null && bareName(label) === bareName(sender)) return 'theirs';
	if (sender !== null && learned.ownSenders.has(sender)) return 'mine';
	if (sender !== null && learned.otherSenders.has(sender)) return 'theirs';
	return 'unknown';
}

/** The stamp's name stays the same over a chat; the visible author may have `~` in front. */
function senderOf(bubble: Bubble, side: Side): string | null {
	const shown = bubble.stamp?.sender ?? bubble.author;
	if (shown !== null) return shown;
	return side === 'theirs' ? bubble.label : null;
}
