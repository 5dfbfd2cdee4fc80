import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tellInTime } from '../tell-in-time';
import { openInbox, type TestInbox } from './open-inbox';

/** What is still there of a chat: a deleted message keeps its place without its words. */
async function left(inbox: TestInbox): Promise<(string | null)[]> {
	return (await inbox.messages('Ada')).map(({ text, deleted }) => (deleted ? '' : text));
}

describe('a message that its page shows no more', () => {
	const said = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
	const without = (...gone: string[]): string[] => said.filter((text) => !gone.includes(text));
	const opened = async (): Promise<TestInbox> => {
		const inbox = await openInbox('instagram');
		await inbox.read({ thread: said, title: 'Ada' });
		return inbox;
	};

	test('loses its words once its neighbours are seen joined', async () => {
		const inbox = await opened();
		await inbox.read({ thread: without('Three'), title: 'Ada' });
		expect(await left(inbox)).toEqual(said);
		await inbox.read({ thread: without('Three'), title: 'Ada', joined: true });
		expect(await left(inbox)).toEqual(['One', 'Two', '', 'Four', 'Five', 'Six']);
	});

	test('stays gone, and does not hide what comes later', async () => {
		const inbox = await opened();
		const shown = [...without('Three'), 'Seven'];
		await inbox.read({ thread: without('Three'), title: 'Ada', joined: true });
		await inbox.read({ thread: shown, title: 'Ada' });
		await inbox.read({ thread: shown, title: 'Ada', joined: true });
		expect(await left(inbox)).toEqual(['One', 'Two', '', 'Four', 'Five', 'Six', 'Seven']);
	});

	test('is kept where only one side is known, or where much is missing at once', async () => {
		const inbox = await opened();
		await inbox.read({ thread: ['One', 'Two', 'Three', 'Four'], title: 'Ada', joined: true });
		await inbox.read({ thread: ['One', 'Six'], title: 'Ada', joined: true });
		expect(await left(inbox)).toEqual(said);
	});

	test('is not one that was changed together with its neighbour', async () => {
		const inbox = await openInbox('instagram');
		const [before, after] = [
			['A', 'B', 'C', 'D'],
			['E', 'F', 'G', 'H'],
		];
		const changed = [...before, 'Three!', 'Four!', ...after];
		await inbox.read({ thread: [...before, 'Three', 'Four', ...after], title: 'Ada' });
		await inbox.read({ thread: changed, title: 'Ada' });
		await inbox.read({ thread: changed, title: 'Ada', joined: true });
		expect(await left(inbox)).toEqual(changed);
	});

	test('comes back whole if it was only hidden for a while', async () => {
		const inbox = await opened();
		await inbox.read({ thread: without('Three'), title: 'Ada', joined: true });
		await inbox.read({ thread: said, title: 'Ada' });
		expect((await left(inbox)).filter((text) => text !== '')).toEqual(said);
	});

	test('is the only one to go, however the page is scrolled and whatever is said twice', async () => {
		const words = fc.constantFrom('ok', 'yes', 'no', 'see you there', 'hello', 'and you?', 'why');
		await fc.assert(
			fc.asyncProperty(
				fc.array(words, { minLength: 8, maxLength: 14 }),
				fc.array(fc.nat({ max: 13 }), { minLength: 1, maxLength: 3 }),
				fc.array(fc.tuple(fc.nat({ max: 8 }), fc.integer({ min: 4, max: 9 })), {
					minLength: 2,
					maxLength: 6,
				}),
				async (texts, unsent, windows) => {
					const inbox = await openInbox('instagram');
					await inbox.read({ thread: texts, title: 'Ada', joined: true });
					const gone = new Set(unsent.filter((index) => index < texts.length));
					const shown = texts.filter((_text, index) => !gone.has(index));
					for (const [from, length] of windows) {
						const thread = shown.slice(from, from + length);
						if (thread.length > 0) await inbox.read({ thread, title: 'Ada', joined: true });
					}
					const kept = (await left(inbox)).filter((text) => text !== '');
					// Of equal texts it does not matter which one went: counts tell.
					for (const text of new Set(shown)) {
						const count = (all: readonly (string | null)[]): number =>
							all.filter((one) => one === text).length;
						expect(count(kept), text).toBeGreaterThanOrEqual(count(shown));
					}
				},
			),
			{ numRuns: 300, ...tellInTime() },
		);
	});
});
