import { resolveTimer } from '@/lib/inbox/resolve-timer';
import type { Lifespan, Message } from '@/lib/model';
import type { Bytes } from '@/lib/vault/bytes';
import { open } from '@/lib/vault/seal';
import type { Access } from './access';
import { placeOf } from './format';
import { asBytes, readCommit } from './kv';
import { MovedOn } from './moved-on';
import { type LostPage, pageKeyOf } from './pages';
import { answerOf, readRaw } from './raw-read';
import { rowKeyBytes } from './row-key';
import type { Snapshot } from './snapshot';
import type { Replaced } from './tail';
import { watchCommits } from './watch';

/** What a search needs of a chat besides its messages. */
export interface SearchedChat {
	title: string;
	lifespan: Lifespan;
}

/** What stands in the store, for those that read all its pages themselves. */
export interface Standing {
	readonly commit: string;
	/** Newest first, by when the clocks of their newest messages started. */
	readonly pages: readonly LostPage[];
	readonly chats: ReadonlyMap<string, SearchedChat>;
	/** By chat and message key: what is in no page yet, or in none in its latest state. */
	readonly recent: ReadonlyMap<string, ReadonlyMap<string, Message>>;
	/** The older states of those that stand in pages. */
	readonly replaced: ReadonlyMap<string, ReadonlyMap<string, Replaced>>;
	/**
	 * Pages as they were packed, `null` for those that do not open. Throws `MovedOn` if a row
	 * is gone because the store stands at another commit by now.
	 */
	read(pages: readonly LostPage[]): Promise<(Bytes | null)[]>;
}

export interface PageSource {
	standing(): Promise<Standing>;
	/** Calls back when the store stands at another commit than `known`. Returns the unsubscriber. */
	watch(known: string, listener: () => void): () => void;
}

export function pageSourceOf(access: Access): PageSource {
	return {
		standing: () =>
			access.read(async ({ snapshot, lists }): Promise<Standing> => {
				const { chats, settings, recent, replaced } = snapshot.state;
				const listed = [...(await lists(chats.keys()))].flatMap(([chatKey, entries]) =>
					entries.map((entry) => ({ chatKey, entry })),
				);
				await access.keyring.secrets(cellsOf(snapshot));
				return {
					commit: snapshot.commit,
					pages: listed.sort((a, b) => b.entry.starts[1] - a.entry.starts[1]),
					chats: new Map(
						[...chats].map(([key, { chat }]) => [
							key,
							{ title: chat.title, lifespan: resolveTimer(chat, settings).lifespan },
						]),
					),
					recent,
					replaced,
					read: (pages) => readPages(access, snapshot, pages),
				};
			}),
		watch: (known, listener) => watchCommits(access.database, known, listener),
	};
}

async function readPages(
	{ database, keyring, lose }: Access,
	snapshot: Snapshot,
	pages: readonly LostPage[],
): Promise<(Bytes | null)[]> {
	const keys = Promise.all(
		pages.map(({ chatKey, entry }) => pageKeyOf(snapshot, keyring, chatKey, entry)),
	);
	const rows = await readRaw(database, ['kv', 'page'], async (table) => {
		const found = await Promise.all(
			pages.map(({ entry }) => answerOf<unknown>(table('page').get(rowKeyBytes(entry.key)))),
		);
		const isMissing = found.includes(undefined);
		if (isMissing && (await readCommit(table('kv')))?.commit !== snapshot.commit) {
			throw new MovedOn();
		}
		return found.map(asBytes);
	});
	const pageKeys = await keys;
	return Promise.all(
		rows.map(async (row, index) => {
			const [key, page] = [pageKeys[index], pages[index]];
			// What hangs on an effaced cell is no damage.
			if (!key || !page) return null;
			const opened =
				row && (await open(key, placeOf('page', page.entry.key), row).catch(() => null));
			if (!opened) lose(snapshot, page);
			return opened;
		}),
	);
}

/** Read together once, not page by page. */
function cellsOf({ state }: Snapshot) {
	return [...state.chats.values(), ...state.buckets.values()].map(({ cell }) => cell);
}
