import type { ChatReading } from '../../model';
import { capText, comparableTitle } from '../dom';
import type { PageMemory, ShownChat } from './memory';

/** How long address, row and header may disagree before the page is believed as it is. */
const settleMs = 3_000;
const longestId = 400;

/** Id of the open chat as the address names it: `/direct/t/<digits>/`. */
export function chatIdOf(url: URL): string | null {
	return url.pathname.match(/^\/direct\/t\/(\d+)(?:\/|$)/u)?.[1] ?? null;
}

/**
 * Names a row that has no id: its pictures' file names (they outlive the signed
 * address around them, 10 of 10 rows on 2026-04-23) and its title. `null` without a
 * picture: it may be on its way, and the name would change when it comes.
 */
export function provisionalIdOf(pictures: readonly string[], title: string): string | null {
	if (pictures.length === 0) return null;
	const whole = `row:${[...pictures].sort().join(',')}|${comparableTitle(title)}`;
	if (whole.length <= longestId) return whole;
	return `${capText(whole, longestId - 18)}#${hash(whole)}`;
}

/** Last path segment of a picture's address; a picture inside the page by its content. */
export function pictureName(address: string | null): string | null {
	if (!address || address.startsWith('blob:')) return null;
	if (address.startsWith('data:')) return `data-${hash(address)}`;
	const path = address.split(/[?#]/u, 1)[0] ?? '';
	return path.split('/').findLast((part) => part !== '') ?? null;
}

/**
 * Whether address, header and open row are those of one chat. A single-page
 * application changes them one after the other: while only one has changed, neither
 * an id may be linked to a row nor a message be read into a chat.
 */
export function isSettled(shown: ShownChat, memory: PageMemory, now: number): boolean {
	const last = memory.settled;
	if (last && !agrees(last, shown)) {
		memory.unsettledSince ??= now;
		if (now - memory.unsettledSince < settleMs) return false;
	}
	memory.settled = {
		...shown,
		header: shown.header ?? (last?.id === shown.id ? last.header : null),
		row: shown.row ?? (last?.id === shown.id ? last.row : null),
	};
	memory.unsettledSince = null;
	return true;
}

function agrees(last: ShownChat, shown: ShownChat): boolean {
	const hasNewFace = differ(last.header, shown.header) || differ(last.row, shown.row);
	if (last.id === shown.id) return !hasNewFace;
	const hasOldContent = shown.content !== '' && shown.content === last.content;
	return hasNewFace && !hasOldContent;
}

function differ(one: string | null, other: string | null): boolean {
	return one !== null && other !== null && one !== other;
}

/**
 * Gives rows their ids: the open row proves its own (`openId`), rows proven before
 * keep theirs. Rows that share a provisional identity get neither.
 */
export function linkRows(
	chats: ChatReading[],
	openId: string | null,
	memory: PageMemory,
	problems: string[],
): void {
	const rows = new Map<string, ChatReading[]>();
	for (const chat of chats) {
		if (chat.id !== null || chat.provisionalId === null) continue;
		rows.set(chat.provisionalId, [...(rows.get(chat.provisionalId) ?? []), chat]);
	}
	for (const [name, named] of rows) if (named.length > 1) memory.ambiguous.add(name);
	const opened = chats.filter((chat) => chat.open && chat.provisionalId !== null);
	const proof = opened.length === 1 ? opened[0]?.provisionalId : null;
	if (openId !== null && proof) {
		const known = memory.proven.get(proof);
		if (known !== undefined && known !== openId) memory.ambiguous.add(proof);
		else memory.proven.set(proof, openId);
	}
	for (const chat of chats) {
		if (chat.provisionalId === null) continue;
		if (memory.ambiguous.has(chat.provisionalId)) {
			chat.provisionalId = null;
			problems.push('row-ambiguous');
		} else {
			chat.id ??= memory.proven.get(chat.provisionalId) ?? null;
		}
	}
}

/** Two runs of FNV-1a: short, stable, not secret. */
function hash(text: string): string {
	return [0x811c9dc5, 0x01234567]
		.map((seed) => {
			let value = seed;
			for (let index = 0; index < text.length; index += 1) {
				value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
			}
			return (value >>> 0).toString(16).padStart(8, '0');
		})
		.join('');
}
