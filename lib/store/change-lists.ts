import type { Folded } from './fold-plan';
import { type PageEntry, type PageLists, shardOf } from './page-lists';

/** The lists of pages after a fold, those shards that it changes. */
export function changeLists(
	lists: ReadonlyMap<number, PageLists>,
	{ chats, repaged, removed }: Folded,
	added: ReadonlyMap<string, readonly PageEntry[]>,
): Map<number, PageLists> {
	const changed = new Map<number, Map<string, readonly PageEntry[]>>();
	const set = (chatKey: string, entries: readonly PageEntry[]) => {
		const shard = shardOf(chatKey);
		const list = changed.get(shard) ?? new Map(lists.get(shard));
		changed.set(shard, list);
		if (entries.length > 0 && chats.has(chatKey)) list.set(chatKey, entries);
		else list.delete(chatKey);
	};
	for (const { chatKey } of removed) set(chatKey, []);
	for (const { chatKey, kept, packed, removed: gone } of repaged)
		if (packed.length > 0 || gone.length > 0)
			set(chatKey, [...kept, ...(added.get(chatKey) ?? [])]);
	return changed;
}
