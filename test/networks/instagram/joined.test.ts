// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://www.instagram.com/direct/inbox/"}
import { describe, expect, it } from 'vitest';
import { openStandIn, potters, readPage } from './stand-in';

const beaPath = '/direct/t/17842930000000001/';

describe('that nothing stands between two messages', () => {
	it('is said once two readings agree, and again after one was unsent', async () => {
		const now = Date.now();
		await openStandIn(potters('en', now), beaPath);
		const memory = new Map<string, unknown>();
		const read = (after: number) => readPage({ memory, now: now + after });
		const first = await read(0);
		expect(first.thread?.joined).toBeUndefined();
		expect(first.rereadAfterMs).toBeGreaterThan(0);
		const second = await read(1_500);
		expect(second.thread?.joined).toBe(true);
		expect(second.rereadAfterMs).toBeUndefined();

		await window.site.act({ do: 'unsend', chatId: 'bea', messageId: 'b3' });
		expect((await read(1_600)).thread?.joined).toBeUndefined();
		const joined = await read(3_200);
		expect(joined.thread?.joined).toBe(true);
		expect(joined.thread?.messages).toHaveLength((second.thread?.messages.length ?? 0) - 1);
	});

	it('is not said of a tab that nobody sees, nor where a place is kept between them', async () => {
		const now = Date.now();
		await openStandIn(potters('en', now), beaPath);
		const memory = new Map<string, unknown>();
		for (const after of [0, 2_000, 4_000]) {
			const reading = await readPage({ memory, now: now + after, visible: false });
			expect(reading.thread?.joined).toBeUndefined();
		}
		const slot = document.querySelectorAll(
			'[data-pagelet="IGDMessagesList"] [style*="opacity: 1"]',
		)[2];
		slot?.setAttribute('style', 'opacity: 0; height: 48px;');
		for (const after of [6_000, 8_000, 10_000]) {
			const reading = await readPage({ memory, now: now + after });
			expect(reading.thread?.messages.length).toBeGreaterThan(2);
			expect(reading.thread?.joined).toBeUndefined();
		}
	});
});
