import 'fake-indexeddb/auto';
import { describe, test } from 'vitest';
import { behaviours, groundOn } from './behaviour';
import { newDatabaseName } from './samples';
import { cellsOf } from './test-store';

describe('of every store', () => {
	test.each(Object.entries(behaviours))('%s', async (_, behave) => {
		const databaseName = newDatabaseName();
		await behave(groundOn(databaseName, () => cellsOf(databaseName)));
	});
});
