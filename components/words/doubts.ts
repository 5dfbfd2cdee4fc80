import { i18n } from '#i18n';
import { joinParts } from './numbers';

/** What of a page is in doubt, by the readers' own words; any other word is a note and no doubt. */
const doubts = {
	'doubt.list':
		/^(?:no-list|no-chat-list|weak-list-layer|list-by-[a-z-]+|rows-without-address|rows-all-alike|nothing-readable|older-layout)$/u,
	'doubt.names': /^(?:titles-unreadable|rows-without-title)$/u,
	'doubt.which': /^(?:rows-unlinked|database-[a-z]+|account-unread)$/u,
	'doubt.messages':
		/^(?:weak-message-layer|messages-by-[a-z-]+|open-chat-without-messages|thread-missing|thread-without-[a-z]+|messages-without-content|texts-disagree-with-labels|several-logs|loading-too-long)$/u,
	'doubt.times':
		/^(?:times-unreadable|rows-without-time|stamps-unreadable|ids-(?:out-of-range|out-of-order|disagree-with-labels))$/u,
	'doubt.sides': /^(?:sides?-unknown|sides-conflict)$/u,
} as const;

/** "the list of chats, times"; `null` where nothing is in doubt that has a name. */
export function doubtWords(problems: readonly string[]): string | null {
	const found = Object.entries(doubts).filter(([, words]) =>
		problems.some((problem) => words.test(problem)),
	);
	if (found.length === 0) return null;
	return joinParts(found.map(([key]) => i18n.t(key as keyof typeof doubts)));
}
