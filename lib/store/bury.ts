import { previewId } from '@/lib/ids';
import { isExpired } from '@/lib/inbox/expiry';
import { buryMessages, buryPreview, needsTombstone } from '@/lib/inbox/tombstones';
import type { Chat } from '@/lib/model';
import type { Dir } from './dir';
import { timerOf } from './due';
import type { OpenedRecords } from './put';
import { chatMessages } from './shown';
import type { Snapshot } from './snapshot';

/**
 * The chats after what is due of them was removed: they remember what of it a page may
 * still show and would otherwise count as new. `null` if none has anything to remember.
 */
export async function buryDue(
	snapshot: Snapshot,
	opened: OpenedRecords,
	now: number,
): Promise<Dir | null> {
	const { dir } = snapshot;
	const chats = new Map(dir.chats);
	for (const chat of dir.chats.values()) {
		const tombstones = await tombstonesAfter(chat, snapshot, opened, now);
		if (tombstones !== chat.tombstones) chats.set(chat.key, { ...chat, tombstones });
	}
	const isChanged = [...chats].some(([key, chat]) => chat !== dir.chats.get(key));
	return isChanged ? { ...dir, chats } : null;
}

async function tombstonesAfter(
	{ key, tombstones }: Chat,
	snapshot: Snapshot,
	opened: OpenedRecords,
	now: number,
): Promise<string[]> {
	const timer = timerOf(snapshot, key);
	const due = chatMessages(snapshot, opened, key).filter((one) => isExpired(one, timer, now));
	const buried = buryMessages(tombstones, due);
	const preview = snapshot.view.previews.get(key);
	if (!preview || !isExpired(preview, timer, now) || !needsTombstone(preview.sentAt)) {
		return buried;
	}
	return buryPreview(buried, preview, await snapshot.vault.hash(previewId(key, preview.text)));
}
