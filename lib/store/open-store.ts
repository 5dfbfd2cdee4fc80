import { type Access, openAccess } from './access';
import { buryDue } from './bury';
import { timerOf } from './due';
import { expireDue, recordsDue } from './expire';
import { translated } from './failure';
import { forgetChats } from './forget';
import { buildInboxView } from './inbox-view';
import { applyBatch, isEmptyBatch, recordsTouched } from './put';
import { renewAll } from './rekey';
import { scanMessages } from './scan';
import { chatMessages, pageOf, showMessages } from './shown';
import type { Batch, Store } from './store';
import { recordKeys } from './view';
import { watchCommits } from './watch';

/**
 * Opens the encrypted inbox, founding it on the first start. Rejects with a `StoreError`
 * if what is stored is of another version or does not open. Any number of pages and
 * workers may have it open at once; nothing is kept here that cannot be read again.
 */
export async function openStore({ databaseName = 'stube' } = {}): Promise<Store> {
	const access = openAccess(databaseName);
	const { vault } = await translated(() => current(access));
	return {
		hash: (identity) => (access.last()?.vault ?? vault).hash(identity),
		put: (batch) => put(access, batch),
		async view(now) {
			return buildInboxView(await current(access), now, access.unreadable);
		},
		async settings() {
			const { dir } = await current(access);
			return { ...dir.settings };
		},
		async chats() {
			const { dir } = await current(access);
			return [...dir.chats.values()].map((chat) => ({ ...chat }));
		},
		async preview(chatKey) {
			const { view } = await current(access);
			const preview = view.previews.get(chatKey);
			return preview ? { ...preview } : null;
		},
		async messages(chatKey) {
			const { snapshot, opened } = await access.load(({ view }) => recordKeys(view, chatKey));
			return chatMessages(snapshot, opened, chatKey).map((message) => ({ ...message }));
		},
		async page(chatKey, n, now) {
			const { snapshot, opened } = await access.load(({ view }) => recordKeys(view, chatKey));
			const messages = chatMessages(snapshot, opened, chatKey);
			return pageOf(showMessages(messages, timerOf(snapshot, chatKey), now), n);
		},
		scan: (now, visit) => scanMessages(access, now, visit),
		expire: (now) =>
			access.change(
				(snapshot) => recordsDue(snapshot, now),
				async (snapshot, opened) => {
					const { change, expired } = expireDue(snapshot, opened, now);
					const buried = change && (await buryDue(snapshot, opened, now));
					const view = change?.view ?? snapshot.view;
					const dir = forgetChats(buried ?? snapshot.dir, view, now) ?? buried;
					if (!change && !dir) return { change: null, result: expired };
					return {
						change: { durability: 'strict', ...change, ...(dir && { dir }) },
						result: expired,
					};
				},
			),
		async removeNetwork(network) {
			await access.change(noRecords, async (snapshot, opened) => {
				const chats = [...snapshot.dir.chats.values()].filter((chat) => chat.network === network);
				const removedChats = chats.map(({ key }) => key);
				const change = applyBatch(snapshot, opened, { removedChats });
				return { change: removedChats.length > 0 ? change : null, result: undefined };
			});
		},
		async rekey() {
			await access.change(
				({ view }) => [...view.records.keys()].flatMap((chatKey) => recordKeys(view, chatKey)),
				async (snapshot, opened) => ({
					change: await renewAll(snapshot, opened),
					result: undefined,
				}),
			);
		},
		watch: (listener) => watchCommits(access.database, access.last()?.commit ?? null, listener),
		get unreadableRecords() {
			return access.unreadable.size;
		},
	};
}

const noRecords = () => [];

async function current(access: Access) {
	return (await access.load(noRecords)).snapshot;
}

async function put(access: Access, batch: Batch): Promise<void> {
	if (isEmptyBatch(batch)) return;
	await access.change(
		(snapshot) => recordsTouched(snapshot, batch),
		async (snapshot, opened) => ({
			change: applyBatch(snapshot, opened, batch),
			result: undefined,
		}),
	);
}
