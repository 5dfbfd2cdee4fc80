import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Capture } from '@/lib/model';
import { createFingerprintKey, fingerprint } from '@/lib/vault/fingerprint';

/**
 * In `storage.session`, from the first capture after a lock on: a random key, and keyed
 * hashes of how each chat and thread looked last. With the session it all goes.
 */
const sessionKey = 'seen-while-locked';

const seenSchema = v.object({
	key: v.string(),
	/** Of which chat or thread, and how it looked; the one seen last at the end. */
	looks: v.array(v.tuple([v.string(), v.string()])),
});
type Seen = v.InferOutput<typeof seenSchema>;

/** More chats than anybody's lists show in a day. */
const mostLooks = 4_000;

export interface News {
	/** What of a capture is not as it was seen last, `null` if all is. */
	capture: Capture | null;
	/** To be called once it is on disk. */
	settle(): Promise<void>;
}

/** Leaves out of a capture what came before as it is: a page that reloads must not fill the box. */
export async function dropRepeats(capture: Capture): Promise<News> {
	const seen = await load();
	const looks = new Map(seen.looks);
	const fresh: [string, string][] = [];
	const isNew = async (name: string, look: unknown): Promise<boolean> => {
		const whose = [capture.network, capture.account, name];
		const of = await fingerprint(seen.key, JSON.stringify(whose));
		const as = await fingerprint(seen.key, JSON.stringify([...whose, look, capture.dateOrder]));
		if (looks.get(of) === as) return false;
		fresh.push([of, as]);
		return true;
	};

	const areNew = await Promise.all(
		capture.chats.map((chat) => isNew(`chat|${nameOf(chat)}`, timeless(chat))),
	);
	const chats = capture.chats.filter((_, index) => areNew[index]);
	const { thread } = capture;
	const threadName = thread && `thread|${thread.chatId ?? thread.provisionalId ?? thread.title}`;
	// A long thread comes in parts: each has its own beginning.
	const part = thread && JSON.stringify(thread.messages[0] ?? null);
	const isThreadNew = thread !== null && (await isNew(`${threadName}|${part}`, thread));

	return {
		capture:
			chats.length > 0 || isThreadNew
				? { ...capture, chats, thread: isThreadNew ? thread : null }
				: null,
		async settle() {
			const names = new Set(fresh.map(([of]) => of));
			const others = seen.looks.filter(([of]) => !names.has(of));
			const next: Seen = { key: seen.key, looks: [...others, ...fresh].slice(-mostLooks) };
			await browser.storage.session.set({ [sessionKey]: next });
		},
	};
}

/** Once unlocked nothing is left out any more. */
export async function forgetRepeats(): Promise<void> {
	await browser.storage.session.remove(sessionKey);
}

async function load(): Promise<Seen> {
	const found = v.safeParse(
		seenSchema,
		(await browser.storage.session.get(sessionKey))[sessionKey],
	);
	return found.success ? found.output : { key: createFingerprintKey(), looks: [] };
}

type ChatLook = Capture['chats'][number];

const nameOf = (chat: ChatLook): string => chat.id ?? chat.provisionalId ?? `title:${chat.title}`;

/** "7 minutes ago" becomes "8 minutes ago" without any news. */
function timeless({ lastActivity, ...chat }: ChatLook): unknown {
	return lastActivity.precision === 'interval' ? chat : { ...chat, lastActivity };
}
