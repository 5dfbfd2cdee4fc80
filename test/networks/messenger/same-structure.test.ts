// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import * as selectors from '@/lib/networks/messenger/selectors';
import { smallInbox } from './people';
import { composedPages, hasSavedPages, livePages, savedPage, skipReason } from './saved-pages';
import { openStandIn } from './stand-in';

/** Attributes that selectors or the reader look at; of the second kind any value counts. */
const withValue = ['role', 'dir', 'data-scope', 'data-virtualized', 'data-visualcompletion'];
const withAny = ['aria-label', 'aria-hidden', 'aria-roledescription', 'data-message-id', 'href'];

interface Face {
	name: string;
	attributes: string[];
}

/** Every element of the stand-in as a path from the list or the log, by its tag names. */
const drawn = new Map<string, Map<string, Face[]>>();

const start = `${selectors.log}, ${selectors.row}`;

function faceOf(element: Element): Face {
	const attributes = [
		...withValue.flatMap((name) =>
			element.hasAttribute(name) ? [`${name}=${element.getAttribute(name)}`] : [],
		),
		...withAny.filter((name) => element.hasAttribute(name)),
	];
	return { name: element.localName, attributes };
}

function pathOf(element: Element): Face[] {
	const faces: Face[] = [];
	for (let at: Element | null = element; at && at.localName !== 'body'; at = at.parentElement) {
		faces.unshift(faceOf(at));
		if (at.matches(start)) return faces;
	}
	// Outside both, saved pieces have frames that are not their page's own.
	return [faceOf(element)];
}

function tagsOf(path: Face[]): string {
	return path.map(({ name }) => name).join('>');
}

function written(path: Face[]): string {
	return path.map(({ name, attributes }) => `${name}[${attributes.join(' ')}]`).join(' > ');
}

/** The page may have dropped attributes when it was saved, but has none that the stand-in lacks. */
function isDrawn(path: Face[]): boolean {
	const candidates = drawn.get(tagsOf(path)) ?? new Map<string, Face[]>();
	return [...candidates.values()].some((candidate) =>
		path.every(({ attributes }, index) =>
			attributes.every((attribute) => candidate[index]?.attributes.includes(attribute)),
		),
	);
}

function missingFrom(html: string, pathFor: (element: Element) => Face[]): string[] {
	const page = parse(html);
	const missing = Object.entries(selectors).flatMap(([use, selector]) =>
		[...page.querySelectorAll(selector)]
			.map(pathFor)
			.filter((path) => !isDrawn(path))
			.map((path) => `${use}: ${written(path)}`),
	);
	return [...new Set(missing)];
}

function parse(html: string): Document {
	return new DOMParser().parseFromString(html, 'text/html');
}

function keep(path: Face[], text: string): void {
	const tags = tagsOf(path);
	const alike = drawn.get(tags) ?? new Map<string, Face[]>();
	if (!alike.has(text)) drawn.set(tags, alike.set(text, path));
}

function note(element: Element, above: Face[], textAbove: string): void {
	const face = faceOf(element);
	const text = written([face]);
	const isStart = element.matches(start);
	const path = isStart ? [face] : [...above, face];
	const pathText = isStart ? text : `${textAbove} > ${text}`;
	keep([face], text);
	keep(path, pathText);
	for (const child of element.children) note(child, path, pathText);
}

/** Both hosts, every kind of message, runs, replies and scrolled windows; and the feed. */
async function drawEverything(): Promise<void> {
	const scenario = smallInbox(Date.now());
	for (const url of ['https://www.facebook.com/messages/', 'https://www.messenger.com/']) {
		const site = await openStandIn(scenario, url);
		note(document.body, [], '');
		for (const { id } of scenario.chats) {
			await site.act({ do: 'open', chatId: id });
			note(document.body, [], '');
			await site.act({ do: 'scroll-thread', to: 0 });
			note(document.body, [], '');
		}
	}
	await openStandIn(scenario, 'https://www.facebook.com/');
	note(document.body, [], '');
}

describe.skipIf(!hasSavedPages)(`the stand-in draws what selectors look for${skipReason}`, () => {
	beforeAll(drawEverything);
	it.each(livePages)('nested as in %s', (name) => {
		expect(missingFrom(savedPage(name), pathOf)).toEqual([]);
	});

	it.each(composedPages)('with the attributes of %s', (name) => {
		expect(missingFrom(savedPage(name), (element) => [faceOf(element)])).toEqual([]);
	});

	it('in a page that is not the messenger, nothing of it', () => {
		expect(missingFrom('<div role="log"><section role="row"></section></div>', pathOf)).toEqual([
			'row: section[role=row]',
		]);
	});
});
