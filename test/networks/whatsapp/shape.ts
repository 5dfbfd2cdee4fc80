/** What a selector can hang on: role, `data-*`, `aria-*`, `dir`, and what it stands in. */
export interface Shape {
	/** Tag and attributes; values only where they are the page's own words for a structure. */
	own: string;
	/** The same of every ancestor that has a role, a test id, a column or an id; outermost first. */
	around: string[];
}

/** Attributes whose values are content: ids, texts, numbers. */
const contentful =
	/^(?:aria-(?:label|rowcount|value.*|placeholder|owns)|title|alt|data-(?:id|pre-plain-text|ref|plain-text|app-text-template))$/u;
/** Attributes that a reader may use. */
const usable = /^(?:role|dir|title|alt|data-.*|aria-.*)$/u;
/** What a page says of itself once, or of an editor; no reader uses it. */
const ignored = /^(?:data-scrolltracepolicy|data-own|data-lexical-.*|data-time)$/u;

export function shapeOf(element: Element): Shape {
	const around: string[] = [];
	for (let up = element.parentElement; up; up = up.parentElement) {
		if (isMark(up)) around.unshift(describeMark(up));
	}
	return { own: describe(element), around };
}

function describe(element: Element): string {
	const attributes = [...element.attributes]
		.filter(({ name, value }) => usable.test(name) && !ignored.test(name) && value !== '')
		.map(({ name, value }) =>
			contentful.test(name) ? `[${name}]` : `[${name}=${plain(name, value)}]`,
		);
	return `${element.localName}${attributes.sort().join('')}`;
}

function isMark(element: Element): boolean {
	return ['id', 'role', 'data-testid', 'aria-colindex', 'aria-selected', 'data-virtualized'].some(
		(name) => element.hasAttribute(name) && element.getAttribute(name) !== '',
	);
}

function describeMark(element: Element): string {
	const id = element.id === '' ? '' : `#${element.id}`;
	const marks = ['role', 'data-testid', 'aria-colindex']
		.filter((name) => element.getAttribute(name))
		.map((name) => `[${name}=${plain(name, element.getAttribute(name) ?? '')}]`);
	return `${element.localName}${id}${marks.join('')}`;
}

/** Positions, ids and writing directions differ from row to row. */
function plain(name: string, value: string): string {
	if (name === 'data-testid') return value.replace(/^(list-item|conv-msg)-.*$/u, '$1-…');
	if (name === 'dir') return '…';
	return value;
}
