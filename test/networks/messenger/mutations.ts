/** Ways in which a page may change from one week to the next. Each changes a tree in place. */
import { seededRandom } from '../../sites/random';

export type Mutation = (root: Element, seed: number) => void;

const all = (root: Element): Element[] => [...root.querySelectorAll('*')];

export const renameClasses: Mutation = (root) => {
	for (const element of all(root)) element.setAttribute('class', 'renamed');
};

export const removeLabels: Mutation = (root) => {
	for (const element of all(root)) element.removeAttribute('aria-label');
};

/** The word with which each label begins, in another script. */
export const translateLabels: Mutation = (root) => {
	for (const element of all(root)) {
		const label = element.getAttribute('aria-label');
		if (label) element.setAttribute('aria-label', label.replace(/^[\p{Ll}\p{Lu}]+/u, 'жил'));
	}
};

export const removeTestIds: Mutation = (root) => {
	for (const element of all(root)) element.removeAttribute('data-testid');
};

export const renamePagelets: Mutation = (root) => {
	for (const element of root.querySelectorAll('[data-pagelet]')) {
		element.setAttribute('data-pagelet', 'Renamed');
	}
};

export const flipDirection: Mutation = (root) => {
	const flipped: Record<string, string> = { ltr: 'rtl', rtl: 'ltr' };
	for (const element of [root.ownerDocument.documentElement, ...all(root)]) {
		const dir = element.getAttribute('dir') ?? '';
		element.setAttribute('dir', flipped[dir] ?? dir);
		if (dir === '') element.removeAttribute('dir');
	}
};

export const splitTexts: Mutation = (root) => {
	for (const element of all(root)) {
		for (const node of [...element.childNodes]) {
			if (node.nodeType === Node.TEXT_NODE && (node.nodeValue?.length ?? 0) > 1) {
				(node as Text).splitText(Math.floor((node.nodeValue?.length ?? 0) / 2));
			}
		}
	}
};

/** A box around one element in eight. */
export const insertWrappers: Mutation = (root, seed) => {
	const random = seededRandom(seed);
	for (const element of all(root)) {
		if (random() > 0.125 || element.localName === 'source') continue;
		const box = root.ownerDocument.createElement('div');
		element.replaceWith(box);
		box.append(element);
	}
};

/** One in four of the boxes that hold a single element and say nothing. */
export const removeWrappers: Mutation = (root, seed) => {
	const random = seededRandom(seed);
	for (const element of all(root)) {
		const isPlain = element.getAttributeNames().every((name) => name === 'class');
		const [only] = element.children;
		const isBox = isPlain && element.childNodes.length === 1 && only !== undefined;
		if (isBox && element.localName === 'div' && random() < 0.25) element.replaceWith(only);
	}
};
