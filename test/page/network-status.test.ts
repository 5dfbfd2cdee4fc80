import { describe, expect, it } from 'vitest';
import type { ReaderState } from '@/lib/model';
import { networkStatus } from '@/lib/page/network-status';
import type { ReaderReport } from '@/lib/unsealed/reader-reports';

const readAt = 1_000_000;
/** When any page of the network was last read. */
const lastReadAt = 900_000;

const report = (...said: [tabId: number, state: ReaderState][]): ReaderReport => ({
	lastReadAt: said.length > 0 ? lastReadAt : null,
	tabs: said.map(([tabId, state]) => ({
		tabId,
		health: {
			state,
			readAt: readAt + tabId,
			layers: { chats: null, messages: null },
			counts: { chats: 0, messages: 0 },
			problems: [],
		},
	})),
	dropped: { captures: 3, rows: 0 },
});

const awake = (id: number) => ({ id, isAsleep: false, lastShownAt: 5 });
const asleep = (id: number) => ({ id, isAsleep: true, lastShownAt: 7 });
const read = report([1, 'reading']);

describe('the state of a network', () => {
	it.each([
		['is off without a host, whatever was read before', false, [awake(1)], read, 'off', lastReadAt],
		['is without a tab, as of when it was last read', true, [], read, 'no-tab', lastReadAt],
		['is asleep since it was last read', true, [asleep(1)], read, 'asleep', lastReadAt],
		[
			'is asleep since its tab was last shown, if never read',
			true,
			[asleep(1)],
			report(),
			'asleep',
			7,
		],
		['is loading until its reader has said something', true, [awake(1)], report(), 'loading', null],
		[
			'is what its reader says',
			true,
			[asleep(2), awake(1)],
			report([1, 'signed-out']),
			'signed-out',
			lastReadAt,
		],
		['is not what a tab said that is gone', true, [awake(2)], read, 'loading', null],
		[
			'is not what a tab said before it fell asleep',
			true,
			[asleep(1), awake(2)],
			report([1, 'reading'], [2, 'signed-out']),
			'signed-out',
			lastReadAt,
		],
		[
			'is reading while any of its tabs is',
			true,
			[awake(1), awake(2)],
			report([2, 'hidden'], [1, 'reading']),
			'reading',
			readAt + 1,
		],
		[
			'is as of its last reading where its page changed, however often it says so',
			true,
			[awake(1)],
			report([1, 'layout-changed']),
			'layout-changed',
			lastReadAt,
		],
		[
			'says where a tab is not at its messages only if none is',
			true,
			[awake(1), awake(2)],
			report([2, 'dormant'], [1, 'hidden']),
			'hidden',
			readAt + 1,
		],
	] as const)('%s', (_, isGranted, tabs, said, state, since) => {
		expect(networkStatus('messenger', { isGranted, tabs, report: said })).toEqual({
			network: 'messenger',
			state,
			since,
			problems: [],
			droppedCaptures: 3,
		});
	});
});
