import { fillValue } from './filler';
import type { KnownValues } from './known-values';

/** Values from lists that the web's own standards close. */
const closed: Record<string, RegExp> = {
	role: /^(?:alert|application|article|banner|button|cell|checkbox|columnheader|combobox|complementary|contentinfo|dialog|document|feed|figure|form|grid|gridcell|group|heading|img|link|list|listbox|listitem|log|main|menu|menubar|menuitem|navigation|none|note|option|presentation|progressbar|radio|radiogroup|region|row|rowgroup|rowheader|search|searchbox|separator|slider|status|switch|tab|table|tablist|tabpanel|textbox|toolbar|tooltip|tree|treeitem)$/u,
	dir: /^(?:ltr|rtl|auto)$/u,
	type: /^(?:button|checkbox|email|file|hidden|number|password|radio|range|search|submit|tel|text)$/u,
	autocomplete: /^(?:on|off|one-time-code|current-password|username)$/u,
	lang: /^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/u,
};
const truth = /^(?:true|false|mixed|page|polite|assertive|off|menu|dialog|listbox|)$/u;
/** A place, a count or a length that nobody is known by. */
const smallNumber = /^-?\d{1,4}$/u;
const ownKinds =
	/^(?:aria-(?!label|description|placeholder|valuetext|roledescription)|data-|tabindex$|contenteditable$|hidden$|disabled$|checked$|selected$|width$|height$|min$|max$|maxlength$)/u;
/** Where a reader looks at inline style: place and visibility, no pictures, no custom names. */
const styleName =
	/^(?:height|width|transform|translate|opacity|z-index|order|grid-area|flex-direction|display|visibility|position|padding-top|padding-bottom|transition)$/u;
const styleWord =
	/^(?:none|auto|block|flex|grid|contents|inline|inline-block|hidden|visible|absolute|relative|fixed|sticky|static|(?:row|column)(?:-reverse)?|inherit|initial)$/u;
const styleLengths =
	/^(?:translate(?:3d|[XYZ])?\()?(?:-?\d{0,7}(?:\.\d{1,5})?(?:px|em|rem|vh|vw|m?s|%)?|span)(?:[\s,/]+(?:-?\d{0,7}(?:\.\d{1,5})?(?:px|em|rem|vh|vw|%)?|span)){0,6}\)?$/u;
/** Parts of the messengers' own addresses. */
const pathWords = /^(?:t|e2ee|messages|direct|inbox|requests|archived|marketplace)$/u;

/**
 * An attribute's value with all that could be a name, an id, a text or an address replaced by
 * filler of the same length. Kept are values from closed lists, small numbers, and what a
 * reader looks for.
 */
export function fillAttribute(name: string, value: string, known: KnownValues): string {
	if (name === 'style') return fillStyle(value, known);
	if (name === 'class' || name === 'id' || name === 'rel') return fillTokens(value, known);
	if (name === 'href') return fillAddress(value);
	if (name === 'data-icon') return fillIcon(value, known);
	if (closed[name]?.test(value)) return value;
	if (ownKinds.test(name) && (truth.test(value) || smallNumber.test(value))) return value;
	if (known.whole.has(value)) return value;
	return fillAfterStart(value, known);
}

/** The name of a drawing, where it is one that a reader tells apart. */
export function fillIcon(name: string, { icons }: KnownValues): string {
	const isKnown = /^[a-z0-9-]{1,40}$/u.test(name) && icons.some((icon) => icon.test(name));
	return isKnown ? name : fillValue(name);
}

function fillAfterStart(value: string, { starts }: KnownValues): string {
	const start = starts.find((each) => value.startsWith(each)) ?? '';
	return start + fillValue(value.slice(start.length));
}

function fillTokens(value: string, known: KnownValues): string {
	return value.replace(/\S+/gu, (token) =>
		known.whole.has(token) ? token : fillAfterStart(token, known),
	);
}

function fillAddress(value: string): string {
	const [path = ''] = value.split(/[?#]/u);
	const filled = path.replace(/[^/]+/gu, (part) => (pathWords.test(part) ? part : fillValue(part)));
	return filled + fillValue(value.slice(path.length));
}

function fillStyle(value: string, { names }: KnownValues): string {
	return value
		.split(';')
		.map((part) => {
			const [name = '', ...rest] = part.split(':');
			const given = rest.join(':');
			const isPlain = styleWord.test(given.trim()) || styleLengths.test(given.trim());
			if (styleName.test(name.trim()) && isPlain) return part;
			const shown = names.has(name.trim()) ? name : fillValue(name);
			return rest.length === 0 ? fillValue(part) : `${shown}:${fillValue(given)}`;
		})
		.join(';');
}
