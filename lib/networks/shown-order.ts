/**
 * Order in which CSS shows elements, as far as inline styles tell: `order`, and a column
 * that is reversed (the thread's scroller, seen 2026-04-23).
 */
export function shownChildren(parent: Element, followsStyle = true): Element[] {
	const children = [...parent.children];
	return followsStyle && children.length > 1 ? arranged(parent, children) : children;
}

/** Something that this reading of styles could put elsewhere ("border:" matches as well). */
const ordering = '[style*="order:"], [style*="column-reverse"]';

/** Elements of `root`, given in document order, as they are shown. */
export function inShownOrder(root: Element, found: readonly Element[]): readonly Element[] {
	if (!root.matches(ordering) && root.querySelector(ordering) === null) return found;
	const wanted = new Set(found);
	const branches = new Map<Element, Set<Element>>();
	for (const element of found) {
		let child: Element = element;
		while (child !== root && child.parentElement) {
			const siblings = branches.get(child.parentElement);
			if (siblings?.has(child)) break;
			branches.set(child.parentElement, (siblings ?? new Set<Element>()).add(child));
			child = child.parentElement;
		}
	}
	const shown: Element[] = [];
	const visit = (element: Element): void => {
		if (wanted.has(element)) shown.push(element);
		const children = branches.get(element);
		if (children) for (const child of arranged(element, [...children])) visit(child);
	};
	visit(root);
	return shown;
}

function arranged(parent: Element, children: Element[]): Element[] {
	if (children.length < 2) return children;
	const ordered = children.some((child) => orderOf(child) !== 0)
		? [...children].sort((one, other) => orderOf(one) - orderOf(other))
		: children;
	const isReversed = /flex-direction:\s*column-reverse/u.test(parent.getAttribute('style') ?? '');
	return isReversed ? ordered.reverse() : ordered;
}

function orderOf(element: Element): number {
	return Number(element.getAttribute('style')?.match(/(?:^|[;\s])order:\s*(-?\d+)/u)?.[1] ?? 0);
}
