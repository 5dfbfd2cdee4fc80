/** Names and sides that only the rows together tell. */
import { comparableTitle } from '../dom';
import type { PageMemory } from './memory';
import type { RowMessage } from './message';

const maxNameLength = 2_000;

/**
 * Rows without a readable slot: a label that calls its sender as proven rows do. The name
 * in a label may differ from the chat's title (three of four saved pages, 2026-08), so
 * another name than the title's proves nothing.
 */
export function settleSides(rows: RowMessage[], logLabel: string | null, memory: PageMemory): void {
	const names = (side: string): Set<string> =>
		new Set(
			rows.flatMap(({ reading, label }) =>
				reading.side === side && label?.sender ? [label.sender] : [],
			),
		);
	const mine = names('mine');
	const theirs = names('theirs');
	const [own] = mine;
	if (mine.size === 1 && own !== undefined && !theirs.has(own)) memory.ownName = own;
	const spoken = comparableTitle(logLabel ?? '');
	for (const { reading, label, isConflict } of rows) {
		const sender = label?.sender;
		if (reading.side !== 'unknown' || reading.kind === 'system' || !sender || isConflict) continue;
		if (sender === memory.ownName && !theirs.has(sender)) reading.side = 'mine';
		else if (theirs.has(sender) && !mine.has(sender)) reading.side = 'theirs';
		else if (spoken.includes(comparableTitle(sender))) reading.side = 'theirs';
	}
}

/** Others are named by their label, else by the avatar on the last row of their run. */
export function nameSenders(rows: RowMessage[]): void {
	let avatarName: string | null = null;
	for (const { reading, label, avatarName: own } of [...rows].reverse()) {
		if (reading.side !== 'theirs') {
			avatarName = null;
			continue;
		}
		avatarName = own ?? avatarName;
		reading.sender = label?.sender?.slice(0, maxNameLength) ?? avatarName;
	}
}
