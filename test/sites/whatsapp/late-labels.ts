/** Labels come a moment after the elements that carry them. */
const lateMs = 80;

let waiting: [Element, string][] = [];
let coming: Promise<void> | null = null;

/** Gives an element its `aria-label` a little later. */
export function labelLate<Made extends Element>(made: Made, label: string): Made {
	waiting.push([made, label]);
	coming ??= new Promise((resolve) => {
		setTimeout(() => {
			for (const [element, text] of waiting) element.setAttribute('aria-label', text);
			waiting = [];
			coming = null;
			resolve();
		}, lateMs);
	});
	return made;
}

/** Once every label that is due has come. */
export async function allLabelled(): Promise<void> {
	await coming;
}
