/** Labels come a moment after the elements that carry them. */
const lateMs = 80;

let waiting: [Element, string][] = [];
let isComing = false;

/** Gives an element its `aria-label` a little later. */
export function labelLate<Made extends Element>(made: Made, label: string): Made {
	waiting.push([made, label]);
	if (isComing) return made;
	isComing = true;
	setTimeout(() => {
		for (const [element, text] of waiting) element.setAttribute('aria-label', text);
		waiting = [];
		isComing = false;
	}, lateMs);
	return made;
}
