import type { Scenario } from '../sites/scenario.ts';

/** Everything of a scenario that is somebody's: words, names, ids. Each long enough to be no chance. */
export function privateWords(scenario: Scenario, network: string): string[] {
	const chats = scenario.chats.filter((chat) => chat.network === network);
	const messages = chats.flatMap((chat) => chat.messages);
	const phrases = [
		...scenario.people.flatMap(({ name, handle }) => [name, handle ?? '']),
		...scenario.accounts.filter((account) => account.network === network).map(({ id }) => id),
		...chats.flatMap(({ title, nativeId }) => [title ?? '', nativeId]),
		...messages.flatMap(({ text, quote }) => [text ?? '', quote?.text ?? '']),
	];
	const words = phrases.flatMap((phrase) => [phrase, ...phrase.split(/[^\p{L}\p{N}]+/gu)]);
	return [...new Set(words)].filter((word) => word.length >= 4 && !isOwnWord(word));
}

/** Words that are the networks' or HTML's as well. */
const isOwnWord = (word: string): boolean =>
	/^(?:whatsapp|messenger|instagram|photo|text|group|dialog|long|like|then|list|line|only|look|path|read|that)$/iu.test(
		word,
	);

/** Which of them a text holds: plain words as whole words ("sleep" is not in "asleep"), the rest anywhere. */
export function findWords(text: string, words: readonly string[]): string[] {
	return words.filter((word) =>
		/^\p{L}+$/u.test(word)
			? new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(text)
			: text.includes(word),
	);
}
