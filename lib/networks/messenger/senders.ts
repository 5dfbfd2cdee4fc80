/** Names and sides that only the rows together tell. */
import { comparableTitle } from '../dom';
import type { PageMemory } from './memory';
import type { RowMessage } from './message';

const maxNameLength = 2_000;

/**
 * How labels call the user, in the languages in which that was seen (2026-07 to 2026-09).
 * The last resort, for rows whose place tells nothing; in other languages they stay unknown.
 */
const ownNames: Readonly<Record<string, string>> = {
	en: 'You',
	id: 'Anda',
	pl: 'Ty',
	vi: 'Bạn',
	zh: '你',
};

/**
 * Rows without a readable slot: a label that calls its sender as proven rows do. The name
 * in a label may differ from the chat's title (three of four saved pages, 2026-08), so
 * another name than the title's proves nothing.
 */
export function settleSides(
	rows: RowMessage[],
	logLabel: string | null,
	languages: readonly string[],
	memory: PageMemory,
): void {
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
	const usual = new Set(languages.map((tag) => ownNames[tag.split('-', 1)[0] ?? '']));
	for (const { reading, label, isConflict } of rows) {
		const sender = label?.sender;
		if (reading.side !== 'unknown' || reading.kind === 'system' || !sender || isConflict) continue;
		if (sender === memory.ownName && !theirs.has(sender)) reading.side = 'mine';
		else if (theirs.has(sender) && !mine.has(sender)) reading.side = 'theirs';
		else if (spoken.includes(comparableTitle(sender))) reading.side = 'theirs';
		else if (usual.has(sender) && !theirs.has(sender)) reading.side = 'mine';
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
