import { describe, expect, it } from 'vitest';
import type { ReaderState } from '@/lib/model';
import { networkStatus } from '@/lib/page/network-status';
import type { ReaderReport } from '@/lib/reader-reports';

const readAt = 1_000_000;

const report = (state: ReaderState | null): ReaderReport => ({
	health: state && {
		state,
		readAt,
		layers: { chats: null, messages: null },
		counts: { chats: 0, messages: 0 },
		problems: [],
	},
	receivedAt: state && readAt,
	dropped: { captures: 3, rows: 0 },
});

const awake = { isAsleep: false, lastShownAt: 5 };
const asleep = { isAsleep: true, lastShownAt: 7 };

describe('the state of a network', () => {
	it.each([
		['is off without a host, whatever was read before', false, [awake], 'reading', 'off', readAt],
		['is without a tab, as of when it was last read', true, [], 'reading', 'no-tab', readAt],
		['is asleep since it was last read', true, [asleep], 'reading', 'asleep', readAt],
		['is asleep since its tab was last shown, if never read', true, [asleep], null, 'asleep', 7],
		['is loading until its reader has said something', true, [awake], null, 'loading', null],
		['is what its reader says', true, [asleep, awake], 'signed-out', 'signed-out', readAt],
	] as const)('%s', (_, isGranted, tabs, said, state, since) => {
		expect(networkStatus('messenger', { isGranted, tabs, report: report(said) })).toEqual({
			network: 'messenger',
			state,
			since,
			droppedCaptures: 3,
		});
	});
});
