import { obeyBackground } from '../messaging/obey-background';
import { tellBackground } from '../messaging/tell-background';
import type { ChatListActions } from './adapter';
import { type CatchUpEnd, catchUp } from './catch-up';
import type { PageReader } from './page-reader';

/** What a person does with a page; moving the pointer is not among it. */
const touches = ['pointerdown', 'wheel', 'touchstart', 'keydown'] as const;
/** A tab that was just brought to the front is told so a moment later. */
const shownWithinMs = 1_000;

const key = Symbol.for('stube.catch-up');

/**
 * Catches up the chat list of a reader's page when told to, one run at a time, until the
 * reader ends. A run ends with it, when told so, when the person takes over, and when the tab
 * is no longer seen: a hidden one draws nothing new. Brought to a page again, it does nothing.
 */
export function catchUpOnPage(reader: PageReader, actions: ChatListActions): void {
	if (Reflect.get(globalThis, key) === reader) return;
	Reflect.set(globalThis, key, reader);
	let running: AbortController | null = null;

	const begin = async (): Promise<void> => {
		if (running) return;
		const run = new AbortController();
		running = run;
		const end = (reason: CatchUpEnd): void => run.abort(reason);
		const list = actions.findChatList(document);
		const isVisible = await isSeen();
		const onTouch = (event: Event): void => {
			if (event.isTrusted) end(isIn(list, event) ? 'touched' : 'interrupted');
		};
		const onHidden = (): void => {
			if (document.visibilityState === 'hidden') end('hidden');
		};
		for (const touch of touches) addEventListener(touch, onTouch, { capture: true, passive: true });
		document.addEventListener('visibilitychange', onHidden);
		try {
			if (!isVisible) {
				await tellBackground('catch-up', { state: 'hidden', chats: 0, share: 0 });
				return;
			}
			await catchUp({
				...actions,
				document,
				readAgain: reader.readAgain,
				signal: run.signal,
				tell: async (progress) => {
					const answer = await tellBackground('catch-up', progress);
					// Nobody hears of it any more, or reading is turned off.
					if (answer === null || answer.stop) end('left');
				},
			});
		} finally {
			for (const touch of touches) removeEventListener(touch, onTouch, { capture: true });
			document.removeEventListener('visibilitychange', onHidden);
			running = null;
		}
	};

	const forget = obeyBackground(location.origin, {
		'catch-up': () => void begin(),
		'end-catch-up': () => running?.abort('stopped' satisfies CatchUpEnd),
	});
	reader.life.signal.addEventListener('abort', () => {
		forget();
		running?.abort('left' satisfies CatchUpEnd);
	});
}

function isIn(list: Element | null, { target }: Event): boolean {
	return target instanceof Node && list?.contains(target) === true;
}

/** Whether the tab is seen, now or in a moment. */
function isSeen(): Promise<boolean> {
	if (document.visibilityState === 'visible') return Promise.resolve(true);
	return new Promise((resolve) => {
		const look = (): void => {
			document.removeEventListener('visibilitychange', look);
			clearTimeout(timer);
			resolve(document.visibilityState === 'visible');
		};
		const timer = setTimeout(look, shownWithinMs);
		document.addEventListener('visibilitychange', look);
	});
}
