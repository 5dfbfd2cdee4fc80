/**
 * Builds the stand-ins' trees. Every element gets atomic class names that differ on
 * each load, as on the real pages: a reader that depends on one fails here at once.
 */
type Child = Node | string | null | undefined | false;

const loadNoise = Math.random().toString(36).slice(2, 6);
let counter = 0;

function noiseClass(): string {
	counter = (counter + 1) % 400;
	return `x${loadNoise}${counter.toString(36)} x${((counter * 7) % 31).toString(36)}${loadNoise}`;
}

/** `attributes` with `null` or `false` values are left out; `true` gives an empty one. */
export function element(
	name: string,
	attributes: Record<string, string | number | boolean | null | undefined> = {},
	...children: Child[]
): HTMLElement {
	const made = document.createElement(name);
	if (!('class' in attributes)) made.className = noiseClass();
	setAttributes(made, attributes);
	append(made, children);
	return made;
}

/** An icon: `svg` with an optional `<title>`, as the pages draw them. */
export function icon(
	attributes: Record<string, string | number | boolean | null | undefined> = {},
	title?: string,
): SVGElement {
	const made = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	made.setAttribute('class', noiseClass());
	setAttributes(made, attributes);
	if (title !== undefined) {
		const label = document.createElementNS('http://www.w3.org/2000/svg', 'title');
		label.textContent = title;
		made.append(label);
	}
	made.append(document.createElementNS('http://www.w3.org/2000/svg', 'path'));
	return made;
}

const emoji =
	/(\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic}\ufe0f?)*)/gu;

/** Text whose emoji are pictures with `alt`, as all three pages draw them. */
export function textWithEmoji(text: string, picture: (glyph: string) => Node): Node[] {
	return text
		.split(emoji)
		.filter((part) => part !== '')
		.map((part) =>
			part.match(emoji)?.[0] === part ? picture(part) : document.createTextNode(part),
		);
}

function setAttributes(
	made: Element,
	attributes: Record<string, string | number | boolean | null | undefined>,
): void {
	for (const [name, value] of Object.entries(attributes)) {
		if (value === null || value === undefined || value === false) continue;
		made.setAttribute(name, value === true ? '' : String(value));
	}
}

function append(made: Element, children: Child[]): void {
	for (const child of children) if (child) made.append(child);
}
