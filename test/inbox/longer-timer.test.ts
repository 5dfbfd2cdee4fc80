import { describe, expect, test } from 'vitest';
import { chooseTimer } from '@/lib/inbox/choose-timer';
import { type Clock, dayMs, hourMs, type Moment, type Timer, weekMs } from '@/lib/model';
import { now, openInbox, type TestInbox } from './open-inbox';

const exactly = (at: number): Moment => ({ from: at, to: at, precision: 'exact' });
const words = (text: string, agoMs: number) => ({
	id: text,
	text,
	sentAt: exactly(now - agoMs),
});

const own = (text: string, agoMs: number) => ({ ...words(text, agoMs), side: 'mine' as const });

async function chooseForAda({ store }: TestInbox, timer: Timer, clock: Clock): Promise<void> {
	const chats = await store.chats();
	const chatKey = chats[0]?.key ?? '';
	const choice = { scope: 'chat', chatKey, timer, clock } as const;
	await store.put(chooseTimer(choice, chats, await store.settings(), now) ?? {});
}

async function chooseDefault({ store }: TestInbox, timer: Timer): Promise<void> {
	const choice = { scope: 'default', timer } as const;
	const retimed = chooseTimer(choice, await store.chats(), await store.settings(), now);
	await store.put(retimed ?? {});
}

describe('what a timer took', () => {
	test('stays away under a longer one while the page still shows it', async () => {
		const inbox = await openInbox('messenger');
		const page = {
			thread: [words('old', 2 * dayMs), words('new', hourMs)],
			title: 'Ada',
		};
		await inbox.read(page);
		expect(await inbox.texts('Ada')).toEqual(['old', 'new']);
		await chooseDefault(inbox, dayMs);
		await inbox.store.expire(now);
		await chooseDefault(inbox, 'off');
		await inbox.read(page);
		expect(await inbox.texts('Ada')).toEqual(['new']);
	});

	test('does not keep a new chat from being read as far back as the timer allows', async () => {
		const inbox = await openInbox('messenger');
		await chooseDefault(inbox, dayMs);
		await chooseDefault(inbox, weekMs);
		await inbox.read({ thread: [words('two days old', 2 * dayMs)], title: 'Ada' });
		expect(await inbox.texts('Ada')).toEqual(['two days old']);
	});

	test('of one’s own by a clock from reading stays away, what others sent is read', async () => {
		const inbox = await openInbox('messenger');
		const line = { title: 'Ada', preview: 'mine', previewSide: 'mine' as const };
		const thread = [own('mine', 2 * dayMs), words('theirs', 2 * dayMs - 1), own('new', hourMs)];
		const page = { thread, title: 'Ada' };
		await inbox.read(page);
		await chooseForAda(inbox, dayMs, 'read');
		await inbox.store.expire(now);
		expect(await inbox.texts('Ada')).toEqual(['theirs', 'new']);
		for (const [timer, clock] of [
			[weekMs, 'read'],
			['off', 'read'],
			[weekMs, 'sent'],
		] as const) {
			await chooseForAda(inbox, timer, clock);
			await inbox.read(page);
			expect(await inbox.texts('Ada')).toEqual(['theirs', 'new']);
		}
		await inbox.read({ chats: [{ ...line, lastActivity: exactly(now - 2 * dayMs) }] });
		expect(await inbox.preview('Ada')).toBeNull();
	});
});
