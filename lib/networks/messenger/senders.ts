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
	settleByHeadings(rows, [memory.ownName, ...usual]);
	for (const { reading, label, isConflict } of rows) {
		const sender = label?.sender;
		if (reading.side !== 'unknown' || reading.kind === 'system' || !sender || isConflict) continue;
		if (sender === memory.ownName && !theirs.has(sender)) reading.side = 'mine';
		else if (theirs.has(sender) && !mine.has(sender)) reading.side = 'theirs';
		else if (spoken.includes(comparableTitle(sender))) reading.side = 'theirs';
		else if (usual.has(sender) && !theirs.has(sender)) reading.side = 'mine';
	}
}

/**
 * Rows of before 2026-04 say "You sent", "Bea sent" above each message: what stays when the
 * own name is taken away ends the others' as well.
 */
function settleByHeadings(rows: RowMessage[], ownNames: (string | null | undefined)[]): void {
	const headed = rows.filter(({ heading, hasToolbar }) => heading !== null && !hasToolbar);
	for (const own of ownNames) {
		const spoken = headed.find(({ heading }) => own && heading?.text.startsWith(`${own} `));
		const end = spoken?.heading?.text.slice(own?.length) ?? '';
		if (end.trim() === '') continue;
		for (const row of headed) {
			const name = row.heading?.text.endsWith(end) ? row.heading.text.slice(0, -end.length) : '';
			const { reading } = row;
			if (name === own && reading.side !== 'theirs') reading.side = 'mine';
			if (name === '' || name === own || reading.side === 'mine') continue;
			reading.side = 'theirs';
			row.avatarName ??= name;
		}
		return;
	}
}

/** Others are named by their label, else by the words above their run, else by the avatar at its end. */
export function nameSenders(rows: RowMessage[]): void {
	for (const run of runsOf(rows)) {
		const heading = run[0]?.heading;
		const name = heading?.isName ? heading.text : (run.at(-1)?.avatarName ?? null);
		for (const { reading, label } of run) {
			reading.sender = (label?.sender ?? name)?.slice(0, maxNameLength) ?? null;
		}
	}
}

/** Rows of others that follow one another from words above a bubble to an avatar. */
function runsOf(rows: readonly RowMessage[]): RowMessage[][] {
	const runs: RowMessage[][] = [];
	let isOpen = false;
	for (const row of rows) {
		if (row.reading.side !== 'theirs') {
			isOpen = false;
			continue;
		}
		if (isOpen && row.heading === null) runs.at(-1)?.push(row);
		else runs.push([row]);
		isOpen = row.avatarName === null;
	}
	return runs;
}
