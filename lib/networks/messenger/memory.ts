/** What is kept between passes over one page; lost with the page, never stored. */
import type { ReadContext } from '../adapter';

export interface PageMemory {
	/** How labels call the user ("You", "Anda", …), learned from rows known to be own. */
	ownName: string | null;
	/** Which chat a message id was first seen in. */
	chatOfMessage: Map<string, string>;
	/** Persons that ids of encrypted chats named, with all chats in which they did. */
	chatsOfPeer: Map<string, Set<string>>;
	/** By message id, what the last pass took for the sentence of an unsent one. */
	statements: Map<string, string>;
	/** Passes in a row that found nothing, and since when; `null`: since the page was opened. */
	emptyPasses: number;
	emptySince: number | null;
	hadContent: boolean;
	/** Since when an open chat shows no messages (`null`: since the page was opened), with its id. */
	blankThread: { id: string; since: number | null } | null;
	/** Since when a thread is shown without any list. */
	listlessSince: number | null;
}

const name = 'messenger';

export function memoryOf({ memory }: ReadContext): PageMemory {
	const known = memory.get(name);
	if (known) return known as PageMemory;
	const made: PageMemory = {
		ownName: null,
		chatOfMessage: new Map(),
		chatsOfPeer: new Map(),
		statements: new Map(),
		emptyPasses: 0,
		emptySince: null,
		hadContent: false,
		blankThread: null,
		listlessSince: null,
	};
	memory.set(name, made);
	return made;
}
