import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openStore } from '@/lib/store/open-store';
import { readRaw } from './raw-database';
import { newDatabaseName, noon, sampleChat, sampleMessage, samplePreview } from './samples';

test('first', async () => {
	const databaseName = newDatabaseName();
	const store = await openStore({ databaseName });
	let calls = 0;
	const stop = store.watch(() => {
		calls++;
	});
	await store.put({
		chats: [sampleChat('a')],
		previews: [{ chatKey: 'a', preview: samplePreview() }],
		messages: [{ chatKey: 'a', messages: [sampleMessage('m1'), sampleMessage('m2', 1000)] }],
	});
	console.log(JSON.stringify(await store.view(noon)));
	const other = await openStore({ databaseName });
	console.log(JSON.stringify(await other.page('a', 0, noon)));
	console.log(await other.hash('x'), await store.hash('x'));
	await other.rekey();
	console.log(
		await other.hash('x'),
		await store.hash('x'),
		(await store.messages('a')).length,
		calls,
	);
	await new Promise((r) => setTimeout(r, 100));
	console.log(calls, await readRaw(databaseName));
	stop();
	console.log(await store.expire(noon + 4 * 7 * 86400000 - 3600000));
	console.log(await store.view(noon + 4 * 7 * 86400000 - 3600000));
	expect(1).toBe(1);
});
