import { showMessage } from '@/lib/inbox/show-message';
import type { Store } from '@/lib/store/store';
import { chatKeys } from './do-step';
import type { PlainInbox } from './plain-inbox';

/** The ways in which the store is read. */
export const looks = ['list', 'pages', 'scan', 'stored'] as const;
export type Look = (typeof looks)[number];

/** What the store shows to one that looks. */
export async function shown(store: Store, look: Look, now: number): Promise<unknown> {
	switch (look) {
		case 'list': {
			const { rows, settings } = await store.view(now);
			return { settings, rows: rows.sort((a, b) => (a.chat.key < b.chat.key ? -1 : 1)) };
		}
		case 'pages':
			return Promise.all(chatKeys.map(async (key) => (await store.page(key, 0, now)).messages));
		case 'scan': {
			const scanned = new Map<string, string[]>(chatKeys.map((key) => [key, []]));
			await store.scan(now, ({ key }, one) => {
				scanned.get(key)?.unshift(one.key);
				return undefined;
			});
			return scanned;
		}
		case 'stored': {
			const stored: unknown[] = [];
			await store.update(async (one) => {
				for (const key of chatKeys) stored.push([await one.messages(key), await one.preview(key)]);
				return null;
			});
			return stored;
		}
	}
}

function ruleOf(model: PlainInbox, key: string) {
	const { timer, timerFrom } = model.timer(key);
	return { timer, timerFrom };
}

/** The same of plain maps. */
export function expected(model: PlainInbox, look: Look, now: number): unknown {
	switch (look) {
		case 'list':
			return {
				settings: model.settings,
				rows: model
					.listed(now)
					.map((one) => one.key)
					.sort()
					.map((key) => ({
						chat: model.chats.get(key),
						preview: model.livePreview(key, now),
						...ruleOf(model, key),
						nextExpiryAt: model.nextExpiryAt(key, now),
						messageCount: model.live(key, now).length,
					})),
			};
		case 'pages':
			return chatKeys.map((key) =>
				model.live(key, now).map((message) => showMessage(message, model.timer(key).lifespan, now)),
			);
		case 'scan':
			return new Map(chatKeys.map((key) => [key, model.live(key, now).map((one) => one.key)]));
		case 'stored':
			return chatKeys.map((key) => [model.stored(key), model.previews.get(key) ?? null]);
	}
}
