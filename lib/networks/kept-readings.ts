/**
 * What was read of single elements, so that a page is read anew only where it changed.
 * What `read` takes from outside of `around` must not change while the element stays.
 */
export type Keep = <Made>(
	element: Element,
	/** The same function each time; what it makes is shared and not to be changed. */
	read: (element: Element, around: Element) => Made,
	/** What else the reading depends on: it holds until something in there changes. */
	around?: Element,
) => Made;

/** For pages that are read once. */
export const readAnew: Keep = (element, read, around = element) => read(element, around);

export interface KeptReadings {
	keep: Keep;
	/** Records of all changes, attributes and texts too; before each pass. */
	forget(records: readonly MutationRecord[]): void;
}

interface Kept {
	made: unknown;
	parent: Node | null;
	around: Element;
	version: number;
}

/** Changed elements that wait for the next reading; a busy page changes the same few again and again. */
const mostChanged = 1_000;

export function createKeptReadings(): KeptReadings {
	const kept = new WeakMap<Element, Map<unknown, Kept>>();
	/** What a reading was made of, and all that stood around it then. */
	const holders = new WeakSet<Node>();
	const changed = new Set<Node>();
	/** How often something changed in the elements that readings depend on. */
	const versions = new WeakMap<Node, number>();
	const versionOf = (element: Element): number => {
		const version = versions.get(element) ?? 0;
		if (version === 0) versions.set(element, 0);
		return version;
	};
	const noteChange = (node: Node): void => {
		const version = versions.get(node);
		if (version !== undefined) versions.set(node, version + 1);
	};
	/** What is out of the page changes unseen, and may come back. */
	const noteRemoved = (nodes: NodeList): void => {
		for (let index = 0, count = nodes.length; index < count; index += 1) {
			const removed = nodes[index];
			if (!removed || !holders.has(removed)) continue;
			noteChange(removed);
			for (const inside of (removed as Element).getElementsByTagName('*')) noteChange(inside);
		}
	};
	/** What stands around a change has changed as well. */
	const settle = (): void => {
		const noted = new Set<Node>();
		for (const target of changed) {
			for (let node: Node | null = target; node && !noted.has(node); node = node.parentNode) {
				noted.add(node);
				noteChange(node);
			}
		}
		changed.clear();
	};
	return {
		keep(element, read, around = element) {
			if (changed.size > 0) settle();
			const readings = kept.get(element) ?? new Map<unknown, Kept>();
			kept.set(element, readings);
			const known = readings.get(read);
			const version = versionOf(around);
			const parent = element.parentNode;
			const isSame =
				known?.version === version && known.around === around && known.parent === parent;
			if (isSame) return known.made as ReturnType<typeof read>;
			const made = read(element, around);
			for (let up: Node | null = element; up; up = up.parentNode) holders.add(up);
			readings.set(read, { made, parent, around, version });
			return made;
		},
		// A busy page's own time: no more is asked of a record than it needs.
		forget(records) {
			for (const record of records) {
				changed.add(record.target);
				if (record.type === 'childList') noteRemoved(record.removedNodes);
			}
			if (changed.size > mostChanged) settle();
		},
	};
}
