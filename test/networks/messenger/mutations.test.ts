// @vitest-environment jsdom
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reading } from '@/lib/model';
import { MutationFigures } from '../mutation-figures';
import * as mutations from './mutations';
import { smallInbox } from './people';
import { hasSavedPages, livePages, savedPage, skipReason } from './saved-pages';
import { openStandIn, readHtml } from './stand-in';

const now = Date.now();
const seeds = Array.from({ length: 12 }, (_one, index) => index + 1);

/** What must not be lost; senders are read from labels alone. */
function essence({ chats, thread }: Reading): unknown {
	return {
		chats: chats.map(({ id, title, preview, unread, muted, lastActivity }) => ({
			...{ id, title, preview, unread, muted },
			precision: lastActivity.precision,
		})),
		messages: thread?.messages.map(({ sender: _sender, ...rest }) => rest),
	};
}

async function readMutated(html: string, mutate: mutations.Mutation, seed = 1): Promise<Reading> {
	const page = new DOMParser().parseFromString(html, 'text/html');
	mutate(page.body, seed);
	return readHtml(page.body.innerHTML, {
		now,
		openedAt: now - 5_000,
		url: new URL('https://www.messenger.com/t/100000000000011/'),
	});
}

/** Texts of messages that a reading has and the original has not. */
function invented(reading: Reading, original: Reading): string[] {
	const known = new Set(original.thread?.messages.map(({ id, text }) => `${id} ${text}`));
	return (reading.thread?.messages ?? [])
		.map(({ id, text }) => `${id} ${text}`)
		.filter((message) => !known.has(message));
}

const harmless = {
	'class names renamed': mutations.renameClasses,
	'test ids removed': mutations.removeTestIds,
	'pagelets renamed': mutations.renamePagelets,
	'direction flipped': mutations.flipDirection,
	'text nodes split': mutations.splitTexts,
	'labels in another language': mutations.translateLabels,
};
const nesting = {
	'wrappers inserted around': mutations.insertWrappers,
	'wrappers removed between': mutations.removeWrappers,
};

const figures = new MutationFigures('Messenger');
afterAll(() => figures.check());

function isFull(reading: Reading, original: Reading): boolean {
	return JSON.stringify(essence(reading)) === JSON.stringify(essence(original));
}

const pages = new Map<string, string>();

beforeAll(async () => {
	const scenario = smallInbox(now);
	// Without labels a tombstone cannot be told from a text; it has a test of its own below.
	const kinds = scenario.chats[0];
	if (kinds) kinds.messages = kinds.messages.filter(({ kind }) => kind !== 'deleted');
	await openStandIn(scenario, 'https://www.messenger.com/t/100000000000011/');
	pages.set('the stand-in', document.body.innerHTML);
	if (hasSavedPages) for (const name of livePages) pages.set(name, savedPage(name));
});

const names = ['the stand-in', ...(hasSavedPages ? livePages : [])];

describe.each(names)(`%s stays readable${skipReason}`, (name) => {
	const html = (): string => pages.get(name) ?? '';

	it('as it is', async () => {
		const { chats, thread } = await readMutated(html(), () => {});
		expect(chats.length + (thread?.messages.length ?? 0)).toBeGreaterThanOrEqual(2);
	});

	it.each(Object.entries(harmless))('with %s', async (what, mutate) => {
		const original = await readMutated(html(), () => {});
		const reading = await readMutated(html(), mutate);
		figures.note(what, name, isFull(reading, original) ? 'full' : 'wrong');
		expect(essence(reading)).toEqual(essence(original));
	});

	it.each(Object.entries(nesting))('with %s', async (what, mutate) => {
		const original = await readMutated(html(), () => {});
		for (const seed of seeds) {
			const reading = await readMutated(html(), mutate, seed);
			const isHonest =
				['degraded', 'layout-changed'].includes(reading.state) &&
				invented(reading, original).length === 0;
			const outcome = isFull(reading, original) ? 'full' : isHonest ? 'honest' : 'wrong';
			figures.note(what, `${name} ${seed}`, outcome);
			expect(outcome).not.toBe('wrong');
		}
	});
});

describe('with all labels removed', () => {
	it('the stand-in is read in full', async () => {
		const html = pages.get('the stand-in') ?? '';
		const original = await readMutated(html, () => {});
		const reading = await readMutated(html, mutations.removeLabels);
		figures.note('labels removed', 'the stand-in', isFull(reading, original) ? 'full' : 'wrong');
		expect(essence(reading)).toEqual(essence(original));
	});

	it.skipIf(!hasSavedPages)(
		`saved pages keep all but the times of their labels${skipReason}`,
		async () => {
			for (const name of livePages) {
				const html = pages.get(name) ?? '';
				const original = await readMutated(html, () => {});
				const reading = await readMutated(html, mutations.removeLabels);
				const bare = ({ thread }: Reading): unknown =>
					thread?.messages.map(({ id, side, kind, text, quote }) => [id, side, kind, text, quote]);
				const isWhole = JSON.stringify(bare(reading)) === JSON.stringify(bare(original));
				figures.note('labels removed', name, isWhole ? 'full' : 'wrong');
				expect(bare(reading)).toEqual(bare(original));
				expect(reading.chats.map(({ title, unread }) => [title, unread])).toEqual(
					original.chats.map(({ title, unread }) => [title, unread]),
				);
			}
		},
	);
});
