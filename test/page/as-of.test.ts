import { expect, test } from 'vitest';
import type { NetworkState } from '@/lib/model';
import { withStoredAsOf } from '@/lib/page/as-of';
import { makeRow } from '../components/rows';

const rows = [
	makeRow({ title: 'Ann', seenAt: 5 }),
	makeRow({ title: 'Ben', seenAt: 9 }),
	makeRow({ title: 'Nora', network: 'messenger', seenAt: 20 }),
];
const status = (state: NetworkState, since: number | null = null) => ({
	network: 'whatsapp' as const,
	state,
	since,
	problems: [],
	droppedCaptures: 0,
});

test('a network that was not read since the browser started is as of what is stored of it', () => {
	expect(withStoredAsOf(status('no-tab'), rows).since).toBe(9);
	expect(withStoredAsOf(status('signed-out'), rows).since).toBe(9);
	expect(withStoredAsOf(status('no-tab'), []).since).toBeNull();
});

test('one that was read is as of that, and one that loads is of no time', () => {
	expect(withStoredAsOf(status('no-tab', 3), rows).since).toBe(3);
	expect(withStoredAsOf(status('loading'), rows).since).toBeNull();
});
