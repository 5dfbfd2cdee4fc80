import type { CatchUpProgress } from '../messaging';
import type { ChatReading } from '../model';
import type { ChatListActions } from './adapter';
import { putBack, scrollListTo } from './scroll-list';

/** How a catch-up ended. */
export type CatchUpEnd = Exclude<CatchUpProgress['state'], 'running'>;

export interface CatchUpPage extends ChatListActions {
	document: Document;
	/** Reads the page as it is now, and resolves once that is stored. */
	readAgain(): Promise<readonly ChatReading[]>;
	tell(progress: CatchUpProgress): Promise<void>;
	/** Aborted with a `CatchUpEnd` as its reason. */
	signal: AbortSignal;
}

/** Of what is seen of the list, so that no row falls between two steps. */
const stepShare = 0.75;
/** A page is quiet when nothing of it changed for so long; a restless one is read all the same. */
const quietMs = 150;
const longestSettlingMs = 1_500;
/** At the end, so long for a page to bring more rows; with a spinner, longer. */
const growthMs = 1_500;
const spinnerMs = 8_000;
/** A list may have thousands of chats: nobody reads on for longer than this at once. */
const mostAtOnce = { steps: 300, ms: 180_000 };

/**
 * Scrolls a page's chat list from its top to its end, step by step, so that the rows that it
 * draws only in view are read, and puts it back. Only on the user's click. Opens nothing.
 */
export async function catchUp(page: CatchUpPage, most = mostAtOnce): Promise<CatchUpEnd> {
	const element = page.findChatList(page.document);
	const chats = new Set<string>();
	const finish = async (state: CatchUpEnd, share: number): Promise<CatchUpEnd> => {
		await page.tell({ state, chats: chats.size, share });
		return state;
	};
	if (!element) return finish('no-list', 0);
	const startedAt = element.scrollTop;
	let share = 0;
	const walk = async (): Promise<CatchUpEnd> => {
		const endAt = Date.now() + most.ms;
		scrollListTo(element, 0);
		for (let step = 0; step < most.steps && Date.now() < endAt; step += 1) {
			await settled(element, page.signal);
			for (const chat of await page.readAgain()) {
				if (chat.preview !== null) chats.add(chat.id ?? chat.provisionalId ?? chat.title);
			}
			if (!element.isConnected) return 'left';
			share = shareOf(element);
			await page.tell({ state: 'running', chats: chats.size, share });
			if (isAtEnd(element) && !(await hasGrown(element, page))) {
				return page.signal.aborted ? endOf(page.signal) : 'done';
			}
			if (page.signal.aborted) return endOf(page.signal);
			scrollListTo(element, element.scrollTop + element.clientHeight * stepShare);
		}
		return 'bounded';
	};
	const end = await walk();
	// Whoever scrolls the list by hand has it where they want it.
	if (end !== 'touched') await putBack(element, startedAt);
	return finish(end, share);
}

function endOf({ reason }: AbortSignal): CatchUpEnd {
	return typeof reason === 'string' ? (reason as CatchUpEnd) : 'left';
}

const isAtEnd = (element: HTMLElement): boolean =>
	element.scrollTop + element.clientHeight >= element.scrollHeight - 2;

const shareOf = ({ scrollTop, clientHeight, scrollHeight }: HTMLElement): number =>
	Math.min(1, (scrollTop + clientHeight) / Math.max(1, scrollHeight));

/** Resolves when the list has drawn what came into view, or will not be quiet. */
function settled(element: HTMLElement, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const finish = (): void => {
			observer.disconnect();
			clearTimeout(quiet);
			clearTimeout(longest);
			signal.removeEventListener('abort', finish);
			resolve();
		};
		const observer = new MutationObserver(() => {
			clearTimeout(quiet);
			quiet = setTimeout(finish, quietMs);
		});
		let quiet = setTimeout(finish, quietMs);
		const longest = setTimeout(finish, longestSettlingMs);
		observer.observe(element, { subtree: true, childList: true, characterData: true });
		signal.addEventListener('abort', finish);
		if (signal.aborted) finish();
	});
}

/** Whether the page brings more rows once its end is in view. */
async function hasGrown(element: HTMLElement, page: CatchUpPage): Promise<boolean> {
	const height = element.scrollHeight;
	const startedAt = Date.now();
	const mayGrow = (): boolean => {
		const waitedMs = Date.now() - startedAt;
		return waitedMs < growthMs || (waitedMs < spinnerMs && page.isLoadingMore(element));
	};
	while (!page.signal.aborted && element.isConnected && mayGrow()) {
		await settled(element, page.signal);
		if (element.scrollHeight > height + 2) return true;
	}
	return false;
}
