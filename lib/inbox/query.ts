import { type Chat, type Message, type Network, networks } from '../model';
import { foldText, isChatFound, isMessageFound, parseQuery } from './search';

/** What a message can be looked for by beside its words. */
export const hasKinds = [
	'link',
	'photo',
	'video',
	'voice',
	'file',
	'sticker',
	'share',
	'call',
	'reaction',
	'quote',
] as const;
export type HasKind = (typeof hasKinds)[number];

/** What is searched for, once its operators are understood. */
export interface SearchQuery {
	/** Folded, see `parseQuery`. */
	words: readonly string[];
	/** Folded parts of a sender's name; `me` for one's own. */
	from: readonly string[];
	/** Folded parts of a chat's name, or a network. */
	in: readonly string[];
	/** Epoch ms: sent before this. */
	before: number | null;
	/** Epoch ms: sent then or later. */
	after: number | null;
	has: readonly HasKind[];
}

/** Where is searched: everywhere, on one network, or in one chat. */
export interface SearchScope {
	network?: Network;
	chatKey?: string;
}

/** Each by its English and its German name, whatever language the interface speaks. */
const operators: Record<string, 'from' | 'in' | 'before' | 'after' | 'has'> = {
	from: 'from',
	von: 'from',
	in: 'in',
	before: 'before',
	vor: 'before',
	after: 'after',
	since: 'after',
	nach: 'after',
	seit: 'after',
	has: 'has',
	hat: 'has',
};
const germanKinds: Record<string, HasKind> = {
	foto: 'photo',
	bild: 'photo',
	sprachnachricht: 'voice',
	datei: 'file',
	anruf: 'call',
	reaktion: 'reaction',
	zitat: 'quote',
};
const mine = new Set(['me', 'mich', 'mir', 'ich']);

const part = /(?:(?<name>\p{L}+):)(?:"(?<quoted>[^"]*)"?|(?<value>\S+))/gu;

/**
 * A query with its operators taken out: `from:ann in:"old flat" before:2026-11-01 has:link`.
 * What is no operator, or has a value that is none, stays a word to be found. Days are those
 * of the device; `now` says which is today.
 */
export function parseSearch(query: string, now: number): SearchQuery {
	const parsed = { from: [] as string[], in: [] as string[], has: [] as HasKind[] };
	let before: number | null = null;
	let after: number | null = null;
	const rest = query.replace(part, (whole, ...found) => {
		const { name, quoted, value } = found.at(-1) as Record<string, string | undefined>;
		const operator = operators[foldText(name ?? '')];
		const text = foldText(quoted ?? value ?? '').trim();
		if (!operator || text === '') return whole;
		if (operator === 'from' || operator === 'in') parsed[operator].push(text);
		else if (operator === 'has') {
			const kind = germanKinds[text] ?? hasKinds.find((each) => each === text);
			if (!kind) return whole;
			parsed.has.push(kind);
		} else {
			const day = dayOf(text, now);
			if (day === null) return whole;
			if (operator === 'before') before = day;
			else after = day;
		}
		return ' ';
	});
	return { words: parseQuery(rest), ...parsed, before, after };
}

/** The start of a day, month or year as people write them: 2026-11-03, 3.11.2026, 2026-11, 2026. */
function dayOf(text: string, now: number): number | null {
	const today = new Date(now);
	const relative = ['today', 'heute', 'yesterday', 'gestern'].indexOf(text);
	if (relative >= 0) {
		const ago = relative < 2 ? 0 : 1;
		return new Date(today.getFullYear(), today.getMonth(), today.getDate() - ago).getTime();
	}
	const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/u.exec(text);
	const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/u.exec(text);
	const [year, month, day] = iso
		? [iso[1], iso[2] ?? 1, iso[3] ?? 1].map(Number)
		: german
			? [german[3] ?? today.getFullYear(), german[2], german[1]].map(Number)
			: [];
	if (year === undefined || month === undefined || day === undefined) return null;
	const date = new Date(year, month - 1, day);
	return date.getMonth() === month - 1 && date.getDate() === day ? date.getTime() : null;
}

/** Whether there is anything to look for. */
export function isSearch({ words, ...rest }: SearchQuery): boolean {
	return words.length > 0 || hasOperators({ words, ...rest });
}

/** Whether words alone do not decide. */
export function hasOperators({ from, in: within, before, after, has }: SearchQuery): boolean {
	return from.length + within.length + has.length > 0 || before !== null || after !== null;
}

/** Whether a chat may hold what is found. */
export function isChatSearched(chat: Chat, query: SearchQuery, scope: SearchScope): boolean {
	if (scope.chatKey !== undefined && chat.key !== scope.chatKey) return false;
	if (scope.network !== undefined && chat.network !== scope.network) return false;
	const title = foldText(chat.title);
	return query.in.every((each) => title.includes(each) || isNetwork(chat, each));
}

const isNetwork = ({ network }: Chat, text: string): boolean =>
	networks.some((each) => each === text) && network === text;

/** Whether a chat is found by its name: those ask for messages that ask for more than words. */
export function isNameFound(chat: Chat, query: SearchQuery, scope: SearchScope): boolean {
	const { from, before, after, has } = query;
	if (from.length + has.length > 0 || before !== null || after !== null) return false;
	return (
		scope.chatKey === undefined &&
		isChatSearched(chat, query, scope) &&
		isChatFound(query.words, chat)
	);
}

type Searched = Pick<
	Message,
	'text' | 'sender' | 'side' | 'kind' | 'sentAt' | 'reactions' | 'quote' | 'deleted'
>;

/** Whether a message of a searched chat is found. */
export function isFound(query: SearchQuery, chat: Chat, message: Searched): boolean {
	const { words, before, after } = query;
	if (message.deleted || message.kind === 'deleted') return false;
	if (words.length > 0 && !isMessageFound(words, chat, message)) return false;
	const at = message.sentAt.to ?? message.sentAt.from;
	if (before !== null && (at === null || at >= before)) return false;
	if (after !== null && (at === null || at < after)) return false;
	return (
		query.from.every((name) => isFrom(name, chat, message)) &&
		query.has.every((kind) => hasKind(kind, message))
	);
}

function isFrom(name: string, chat: Chat, { side, sender }: Searched): boolean {
	if (mine.has(name)) return side === 'mine';
	if (side === 'mine') return false;
	// In a chat of two pages name no sender.
	const known = sender ?? (chat.group === true ? '' : chat.title);
	return foldText(known).includes(name);
}

function hasKind(kind: HasKind, { text, kind: is, reactions, quote }: Searched): boolean {
	if (kind === 'link') return /\bhttps?:\/\/\S/iu.test(text ?? '');
	if (kind === 'reaction') return reactions.length > 0;
	if (kind === 'quote') return quote !== null && quote !== '';
	return is === kind;
}
