/** Reading text out of hostile trees: text only, sizes capped, no layout asked for. */

/** Marks that steer direction and carry no meaning for reading: LRM, RLM, ALM, embeddings, isolates. */
const bidiMarks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;

/** Without direction marks and outer spaces; inner no-break spaces become spaces. For labels, not bodies. */
export function cleanLabel(text: string): string {
	return text
		.replace(bidiMarks, '')
		.replace(/[\u00a0\u202f]/gu, ' ')
		.trim();
}

/** For comparing titles from two sources: NFC, no marks, single spaces; emoji and case stay. */
export function comparableTitle(text: string): string {
	return cleanLabel(text.normalize('NFC')).replace(/\s+/gu, ' ');
}

/** Decimal digits of any script as ASCII. */
export function asciiDigits(text: string): string {
	return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/** Unicode encodes the ten digits of a script in a row, so the value is the distance to its zero. */
function digitValue(digit: string): number {
	const code = digit.codePointAt(0) ?? 0;
	let zero = code;
	while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
	if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
	return code - zero;
}

/** The first whole number in a label, digits of any script, thousands separators allowed; else `null`. */
export function readCount(text: string): number | null {
	const match = asciiDigits(cleanLabel(text)).match(/\d{1,3}(?:[.,'’٬\s]\d{3})+(?!\d)|\d+/u);
	return match ? Number(match[0].replace(/\D/gu, '')) : null;
}

/** Cut to a length in UTF-16 units, never through a surrogate pair. */
export function capText(text: string, length: number): string {
	if (text.length <= length) return text;
	const last = text.charCodeAt(length - 1);
	return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

/** Whether one stands before the other, or around it. */
export function isBefore(one: Node, other: Node): boolean {
	return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/**
 * The text a person sees in `root`: text nodes and `img[alt]` (how all three networks
 * draw emoji) in order, `<br>` as a line break; subtrees for which `skip` holds are
 * left out, as is what is hidden from everyone (`aria-hidden`, svg, script, style).
 */
export function textOf(root: Node, skip: (element: Element) => boolean = () => false): string {
	let text = '';
	const visit = (node: Node): void => {
		if (node.nodeType === Node.TEXT_NODE) {
			text += node.nodeValue ?? '';
			return;
		}
		if (node.nodeType !== Node.ELEMENT_NODE) return;
		const element = node as Element;
		const name = element.localName;
		if (name === 'svg' || name === 'script' || name === 'style') return;
		if (element.getAttribute('aria-hidden') === 'true' && name !== 'img') return;
		if (element !== root && skip(element)) return;
		if (name === 'br') text += '\n';
		else if (name === 'img') text += element.getAttribute('alt') ?? '';
		else for (const child of element.childNodes) visit(child);
	};
	visit(root);
	return text;
}
