import { expect, test } from 'vitest';
import { shownCatchUp } from '@/lib/page/shown-catch-up';

const told = (state: 'running' | 'done' | 'hidden', at = 0) => ({
	tabId: 1,
	at,
	progress: { state, chats: 7, share: 0.5 },
});

test('what runs is shown for as long as its page tells', () => {
	expect(shownCatchUp(told('running'), 5_000).progress?.state).toBe('running');
});

test('a page that is silent for long is said to be gone, once', () => {
	expect(shownCatchUp(told('running'), 25_000).progress?.state).toBe('left');
	expect(shownCatchUp(told('running'), 60_000).progress).toBeNull();
});

test('an end is said for a while, and one that asks for something for longer', () => {
	expect(shownCatchUp(told('done'), 5_000).progress?.chats).toBe(7);
	expect(shownCatchUp(told('done'), 20_000).progress).toBeNull();
	expect(shownCatchUp(told('hidden'), 20_000).progress?.state).toBe('hidden');
	expect(shownCatchUp(told('hidden'), 70_000).progress).toBeNull();
});
