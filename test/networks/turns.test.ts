import { describe, expect, it } from 'vitest';
import { createTurns } from '@/lib/networks/turns';

/** Keeps the thread for a millisecond. */
function work(): void {
	const end = performance.now() + 1;
	while (performance.now() < end);
}

describe('work in turns', () => {
	it('does all of it, in order, and lets others have their turn in between', async () => {
		const done: (number | string)[] = [];
		let isOver = false;
		const others = (): void => {
			if (isOver) return;
			done.push('other');
			setImmediate(others);
		};
		setImmediate(others);
		const items = Array.from({ length: 60 }, (_, index) => index);
		await createTurns().inTurns(items, (item) => {
			work();
			done.push(item);
		});
		isOver = true;
		expect(done.filter((one) => one !== 'other')).toEqual(items);
		const middle = done.slice(done.indexOf(0), done.indexOf(59));
		expect(middle.filter((one) => one === 'other').length).toBeGreaterThan(1);
	});
	it('tells how long it worked, without the turns of others', async () => {
		const turns = createTurns();
		await turns.inTurns([1, 2, 3, 4, 5, 6, 7, 8], work);
		const worked = turns.end();
		expect(worked).toBeGreaterThanOrEqual(8);
		await new Promise((resolve) => setTimeout(resolve, 30));
		expect(turns.end()).toBe(0);
	});
});
