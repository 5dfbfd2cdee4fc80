/** One row or message as it is to be drawn; its outer element stays while it does. */
export interface Item {
	key: string;
	/** Changes with what is to be seen. */
	look: string;
	make: () => HTMLElement;
	refill: (outer: HTMLElement) => void;
}

interface Drawn {
	outer: HTMLElement;
	look: string;
}

/**
 * Makes `parent` show exactly these, as React does with keys: what stays keeps its
 * element, what leaves the window is gone from the page.
 */
export class KeyedList {
	private drawn = new Map<string, Drawn>();

	show(parent: HTMLElement, items: readonly Item[], before: Node[], after: Node[]): void {
		const next = new Map<string, Drawn>();
		for (const { key, look, make, refill } of items) {
			const known = this.drawn.get(key);
			if (known && known.look !== look) refill(known.outer);
			const outer = known?.outer ?? make();
			next.set(key, { outer, look });
		}
		this.drawn = next;
		const wanted = [...before, ...[...next.values()].map(({ outer }) => outer), ...after];
		for (const child of [...parent.childNodes]) if (!wanted.includes(child)) child.remove();
		for (const [index, child] of wanted.entries()) {
			if (parent.childNodes[index] !== child)
				parent.insertBefore(child, parent.childNodes[index] ?? null);
		}
	}

	/** The next drawing makes everything anew. */
	forget(): void {
		this.drawn.clear();
	}
}
