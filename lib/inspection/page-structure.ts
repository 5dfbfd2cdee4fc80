import { fillAttribute, fillIcon } from './fill-attribute';
import { fillText } from './filler';
import type { KnownValues } from './known-values';

/** A page of this size is long enough to see what is wrong with it. */
const longest = 8 * 1024 * 1024;
const html = 'http://www.w3.org/1999/xhtml';
const svg = 'http://www.w3.org/2000/svg';
/** Their content is no part of what a person sees. */
const emptied = /^(?:script|style|noscript|template|iframe|object|textarea)$/u;
const voids = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/u;

/**
 * A page's tree as HTML, with every text replaced by filler of the same length, and every
 * attribute that can carry a name, an id or an address as well. A page longer than 8 MB is cut.
 */
export function pageStructure(document: Document, known: KnownValues): string {
	const parts: string[] = ['<!DOCTYPE html>'];
	let length = 0;
	const write = (part: string): void => {
		length += part.length;
		if (length <= longest) parts.push(part);
	};
	const visit = (node: Node): void => {
		if (length > longest) return;
		if (node.nodeType === Node.TEXT_NODE) {
			const text = node.nodeValue ?? '';
			const isIcon = node.parentElement?.matches('svg > title') === true;
			write(escapeText(isIcon ? fillIcon(text, known) : fillText(text)));
		}
		if (node.nodeType !== Node.ELEMENT_NODE) return;
		const element = node as Element;
		const name = nameOf(element);
		write(`<${name}${attributesOf(element, known)}>`);
		if (voids.test(name)) return;
		if (!emptied.test(name)) for (const child of element.childNodes) visit(child);
		write(`</${name}>`);
	};
	visit(document.documentElement);
	if (length > longest) parts.push('<!-- cut -->');
	return parts.join('');
}

/** A page may name its own elements after anything. */
function nameOf(element: Element): string {
	const { localName, namespaceURI } = element;
	const isOwn = namespaceURI !== html && namespaceURI !== svg;
	const isPlain = /^[a-z][a-z0-9]{0,15}$/iu.test(localName);
	const isUnknown =
		typeof HTMLUnknownElement !== 'undefined' && element instanceof HTMLUnknownElement;
	return isOwn || !isPlain || isUnknown ? 'x-element' : localName;
}

function attributesOf(element: Element, known: KnownValues): string {
	return [...element.attributes]
		.map(({ name, value }) => {
			const shown = isKnownName(name, known) ? name : 'data-x';
			return ` ${shown}="${escapeValue(fillAttribute(name, value, known))}"`;
		})
		.join('');
}

/** Names of the web's own standards, and those that a reader looks for. */
function isKnownName(name: string, { names }: KnownValues): boolean {
	return (
		names.has(name) ||
		/^(?:aria-[a-z]{1,20}|data-[a-z-]{1,30}|class|id|style|role|dir|lang|title|alt|href|src|type|name|tabindex|contenteditable|hidden|disabled|checked|placeholder|autocomplete|value|min|max|width|height|rel|for|target|draggable|spellcheck|viewBox|colspan|crossorigin)$/u.test(
			name,
		)
	);
}

const escapeText = (text: string): string =>
	text.replace(/[&<>]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
const escapeValue = (value: string): string =>
	value.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
