/**
 * What the pages showed against what the inbox holds. Knows the scenario and the words
 * on the screen; imports nothing of Stube, so that neither can agree with itself.
 */
import type { ReadChat } from '../browser/inbox.ts';
import type { Scenario, ScenarioChat, ScenarioMessage } from '../sites/scenario.ts';
import { chatTitle } from '../sites/scenarios/chat-title.ts';

/** Scenario ids of what was drawn in a page at some time. */
export interface SeenOnPages {
	chats: ReadonlySet<string>;
	messages: ReadonlySet<string>;
}

export interface Expectation {
	/** As it stands at the end, after all events. */
	scenario: Scenario;
	seen: SeenOnPages;
	/** A chat's timer in milliseconds, by scenario id. */
	timerMs: (chatId: string) => number;
	now: number;
}

/** What is missing, wrong or too much in the inbox, in sentences; empty if all is well. */
export function compareInbox(inbox: readonly ReadChat[], expected: Expectation): string[] {
	const { scenario, seen } = expected;
	const listed = scenario.chats.filter((chat) => seen.chats.has(chat.id));
	const problems = listed.flatMap((chat) => {
		const title = chatTitle(scenario, chat);
		const found = inbox.filter((row) => row.network === chat.network && row.title === title);
		const name = `${chat.network} "${title}"`;
		if (found.length > 1) return [`${name} is listed ${found.length} times`];
		const [row] = found;
		if (!row) return [`${name} is missing`];
		return compareChat(row, chat, expected).map((problem) => `${name}: ${problem}`);
	});
	const titles = new Set(listed.map((chat) => `${chat.network} ${chatTitle(scenario, chat)}`));
	const strangers = inbox.filter((row) => !titles.has(`${row.network} ${row.title}`));
	return [...problems, ...strangers.map((row) => `${row.network} "${row.title}" was on no page`)];
}

function compareChat(row: ReadChat, chat: ScenarioChat, expected: Expectation): string[] {
	const isDue = (message: ScenarioMessage): boolean =>
		message.sentAt + expected.timerMs(chat.id) <= expected.now;
	const me = expected.scenario.accounts.find((account) => account.network === chat.network);
	const face = (message: ScenarioMessage): string =>
		faceOf(message.from === me?.personId ? 'mine' : 'theirs', message.kind, message.text);

	const alive = chat.messages.filter((message) => !isDue(message));
	const wanted = alive.filter(({ id }) => expected.seen.messages.has(id)).map(face);
	const got = row.messages.map(({ side, kind, text }) => faceOf(side, kind, text));
	const allowed = countOf(alive.map(face));

	const problems: string[] = [];
	const left = countOf(got);
	for (const one of wanted) {
		const count = left.get(one) ?? 0;
		if (count === 0) problems.push(`missing ${one}`);
		left.set(one, count - 1);
	}
	for (const [one, count] of countOf(got)) {
		const most = allowed.get(one) ?? 0;
		if (count <= most) continue;
		const isExpired = chat.messages.some((message) => isDue(message) && face(message) === one);
		problems.push(
			isExpired && most === 0
				? `still holds ${one}, which is past its time`
				: `holds ${one} ${count} times instead of ${most}`,
		);
	}
	if (problems.length === 0 && !isInOrder(wanted, got)) problems.push('its order is wrong');
	return problems;
}

/** One message as a person would name it: whose it is and what it says. */
function faceOf(side: string, kind: string, text: string | null | undefined): string {
	const words = kind === 'deleted' ? '' : (text ?? '').trim();
	return `${side}: ${words === '' ? `[${kind}]` : words}`;
}

function countOf(faces: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const face of faces) counts.set(face, (counts.get(face) ?? 0) + 1);
	return counts;
}

/** Whether all of `wanted` comes in this order in `got`; other messages may stand between. */
function isInOrder(wanted: readonly string[], got: readonly string[]): boolean {
	let next = 0;
	for (const face of got) if (face === wanted[next]) next += 1;
	return next === wanted.length;
}
