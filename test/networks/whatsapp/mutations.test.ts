// @vitest-environment jsdom
import { afterAll, describe, expect, it } from 'vitest';
import type { Reading } from '@/lib/model';
import { MutationFigures } from '../mutation-figures';
import { circle } from './circle';
import { type Mutation, mutate, mutations } from './mutations';
import { currentPages, hasSavedPages, openPage, readSaved } from './saved-pages';
import { isLinked, openStandIn, readUntil, watcher } from './stand-in';

/** Nothing of what a person sees depends on these. */
const harmless: readonly Mutation[] = [
	'class names renamed',
	'labels removed',
	'labels in another language',
	'test ids removed',
];
const kinds = Object.keys(mutations) as Mutation[];
const honest = ['degraded', 'layout-changed'];
const figures = new MutationFigures('WhatsApp');

/** What was read, without which way it was found. A label that is gone cannot tell its timer. */
function content({ state, chats, thread }: Reading) {
	return { state, thread, chats: chats.map(({ networkTimerMs: _, ...chat }) => chat) };
}

/** Nothing is there that was not, nothing says otherwise than before. */
function inventsNothing(changed: Reading, whole: Reading): boolean {
	const titles = new Set(whole.chats.map(({ title }) => title));
	const sides = new Map(whole.thread?.messages.map(({ id, side }) => [id, side]));
	return (
		changed.chats.every(({ title }) => titles.has(title)) &&
		(changed.thread?.messages ?? []).every(
			({ id, side }) => side === 'unknown' || side === sides.get(id),
		)
	);
}

function note(kind: Mutation, name: string, changed: Reading, whole: Reading): void {
	const isFull = JSON.stringify(content(changed)) === JSON.stringify(content(whole));
	const isHonest = honest.includes(changed.state) && inventsNothing(changed, whole);
	figures.note(kind, name, isFull ? 'full' : isHonest ? 'honest' : 'wrong');
}

it('each kind of change changes a page', async () => {
	const page = (language: string) =>
		new DOMParser().parseFromString(
			`<div role="grid" class="x" dir="${language}"><p aria-label="one" data-testid="t">some words</p>${'<div class="x"><i>and</i></div>'.repeat(9)}<b>more</b></div>`,
			'text/html',
		);
	for (const kind of kinds) {
		const before = page('ltr');
		const seeds = [1, 2, 3, 4, 5];
		expect(
			seeds.some((seed) => {
				const after = mutate(before, kind, seed);
				return !after.documentElement.isEqualNode(before.documentElement);
			}),
			kind,
		).toBe(true);
	}
});

describe.skipIf(!hasSavedPages)('a saved page, changed', { timeout: 60_000 }, () => {
	it.each(currentPages())('%s', async (name) => {
		const page = openPage(name);
		const whole = await readSaved(page, { passes: 4 });
		for (const kind of kinds) {
			for (const seed of [1, 2, 3, 4, 5]) {
				const changed = await readSaved(mutate(page, kind, seed), { passes: 4 });
				if (harmless.includes(kind)) expect(content(changed), kind).toEqual(content(whole));
				note(kind, `${name} ${seed}`, changed, whole);
			}
		}
	});
});

describe('a stand-in, changed', { timeout: 60_000 }, () => {
	it.each(['en-US', 'ar'])('in %s', async (language) => {
		const site = await openStandIn(circle(Date.now(), language));
		await site.act({ do: 'open', chatId: 'family' });
		const read = watcher([language]);
		await readUntil(read, isLinked);
		const now = Date.now();
		const whole = await watcher([language])({ now });
		for (const kind of kinds) {
			for (const seed of [1, 2, 3]) {
				const changed = mutate(document, kind, seed);
				const reading = await watcher([language])({ now, document: changed });
				if (harmless.includes(kind)) expect(content(reading), kind).toEqual(content(whole));
				note(kind, `stand-in ${language} ${seed}`, reading, whole);
			}
		}
	});
});

afterAll(() => figures.check());
