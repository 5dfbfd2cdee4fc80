import { cleanLabel, textOf } from '../dom';
import type { Roots } from './roots';
import * as selectors from './selectors';

const username = /^[a-z0-9._]{1,30}$/iu;
/** First parts of Instagram's own addresses, so that they are not taken for people. */
const ownPaths = new Set(['direct', 'explore', 'reels', 'reel', 'p', 'stories', 'accounts']);

/**
 * The own username: heading of the list's column (2026-04-23; it sits in the account
 * switcher's button), else the only link with a picture in the site's own menu.
 */
export function readAccount(document: Document, url: URL, roots: Roots): string | null {
	return headingOf(url, roots) ?? columnHeading(document, roots) ?? menuLink(document, roots);
}

/** The path segment of a link to a person's page, else `null`. */
export function personOfLink(link: Element): string | null {
	const name = link
		.getAttribute('href')
		?.match(/^(?:https:\/\/www\.instagram\.com)?\/([A-Za-z0-9._]{1,30})\/?$/u)?.[1];
	return name === undefined || ownPaths.has(name.toLowerCase()) ? null : name;
}

function headingOf(url: URL, { list, messages, header }: Roots): string | null {
	if (!list || list.layer === 'links') return null;
	// The requests page has a heading in words instead of the switcher.
	const needsSwitcher = url.pathname.startsWith('/direct/requests');
	for (let column: Element | null = list.root; column; column = column.parentElement) {
		const headings = [...column.querySelectorAll(selectors.heading)]
			.filter((heading) => !header?.contains(heading) && !messages?.root.contains(heading))
			.filter((heading) => username.test(nameIn(heading)));
		// A heading in words ("Messages") may stand beside the switcher's.
		const switcher = headings.find((heading) => heading.closest(selectors.row));
		const heading = switcher ?? (needsSwitcher ? undefined : headings.find(isUsername));
		if (heading) return nameIn(heading);
		if (column.matches(selectors.navigation)) return null;
	}
	return null;
}

/** Where the list itself is not found: a heading in a switcher's button, in any column. */
function columnHeading(document: Document, { list, messages, header }: Roots): string | null {
	if (list) return null;
	const names = [...document.querySelectorAll(selectors.heading)]
		.filter((heading) => heading.closest(selectors.row) && heading.closest(selectors.navigation))
		.filter((heading) => !header?.contains(heading) && !messages?.root.contains(heading))
		.filter((heading) => !heading.closest(selectors.floating))
		.map(nameIn)
		.filter((name) => username.test(name));
	return names.length === 1 ? (names[0] ?? null) : null;
}

/** Alone, a heading in one word ("Messages") would do as a name: usernames have no capitals. */
function isUsername(heading: Element): boolean {
	return !/[A-Z]/u.test(nameIn(heading));
}

function nameIn(heading: Element): string {
	return cleanLabel(textOf(heading));
}

function menuLink(document: Document, { list, messages, header }: Roots): string | null {
	const names = [...document.querySelectorAll(selectors.navigation)]
		.filter((menu) => !(list && menu.contains(list.root)) && !menu.closest(selectors.floating))
		.flatMap((menu) => [...menu.querySelectorAll(selectors.personLink)])
		.filter((link) => !messages?.root.contains(link) && !header?.contains(link))
		.filter((link) => link.querySelector('img'))
		.map(personOfLink)
		.filter((name) => name !== null);
	return new Set(names).size === 1 ? (names[0] ?? null) : null;
}
