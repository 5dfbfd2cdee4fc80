import { seededRandom } from '../../sites/random';

/** What a release may change about a page without changing what a person sees. */
export const mutations = {
	'class names renamed': (root) => {
		for (const element of all(root)) {
			if (element.hasAttribute('class')) element.setAttribute('class', 'y1 y2');
		}
	},
	'labels removed': (root) => {
		for (const element of all(root)) element.removeAttribute('aria-label');
	},
	'labels in another language': (root) => {
		for (const element of all(root)) {
			const label = element.getAttribute('aria-label');
			if (label) element.setAttribute('aria-label', label.replace(/\p{L}+/gu, 'жил'));
		}
	},
	'test ids removed': (root) => {
		for (const element of all(root)) element.removeAttribute('data-testid');
	},
	'wrappers inserted around': (root, random) => {
		for (const element of movable(root)) if (random() < 0.3) wrap(element);
	},
	'wrappers removed between': (root, random) => {
		for (const element of movable(root)) {
			const isBare = [...element.attributes].every(({ name }) => name === 'class');
			if (
				isBare &&
				element.localName === 'div' &&
				element.childElementCount === 1 &&
				random() < 0.5
			) {
				element.replaceWith(...element.childNodes);
			}
		}
	},
	'siblings reordered where the style orders them': (root, random) => {
		for (const grid of root.querySelectorAll('[role="grid"]')) {
			const rows = [...grid.children].map((row) => ({ row, key: random() }));
			rows.sort((one, other) => one.key - other.key);
			grid.append(...rows.map(({ row }) => row));
		}
	},
	'direction flipped': (root) => {
		for (const element of all(root)) {
			const dir = element.getAttribute('dir');
			if (dir === 'ltr') element.setAttribute('dir', 'rtl');
			else if (dir === 'rtl') element.setAttribute('dir', 'ltr');
		}
	},
	'text nodes split': (root, random) => {
		const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
		const texts: Text[] = [];
		while (walker.nextNode()) texts.push(walker.currentNode as Text);
		for (const text of texts) {
			if (text.length > 3) text.splitText(1 + Math.floor(random() * (text.length - 2)));
		}
	},
} satisfies Record<string, (root: Element, random: () => number) => void>;

export type Mutation = keyof typeof mutations;

/** A changed copy of a page. */
export function mutate(page: Document, mutation: Mutation, seed: number): Document {
	const copy = page.cloneNode(true) as Document;
	mutations[mutation](copy.documentElement, seededRandom(seed));
	return copy;
}

function all(root: Element): Element[] {
	return [root, ...root.querySelectorAll('*')];
}

/** Elements that may get another parent: not those that stand under fixed rules. */
function movable(root: Element): Element[] {
	return [...root.querySelectorAll('body *')].filter(
		(element) => !element.closest('svg, select, table') && element.id === '',
	);
}

function wrap(element: Element): void {
	const wrapper = element.ownerDocument.createElement('div');
	wrapper.className = 'wrapper';
	element.replaceWith(wrapper);
	wrapper.append(element);
}
