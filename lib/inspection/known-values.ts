import type { LookedFor } from './looked-for';

/** Attribute values that a reader looks for: they are the page's own words, not a person's. */
export interface KnownValues {
	whole: ReadonlySet<string>;
	/** Beginnings of values that go on with something else. */
	starts: readonly string[];
	/** Names of attributes and of inline styles that it asks for. */
	names: ReadonlySet<string>;
	/** Names of drawings that it tells apart. */
	icons: readonly RegExp[];
}

/** `[name="value"]`, `[name^=value]`, `#id`, `.class`. */
const attribute = /\[([\w-]+)(?:([~^|$*]?=)"?([^"\]]*)"?)?\]/gu;
const idOrClass = /[#.]([A-Za-z_][\w-]*)/gu;

/** The values in selectors by which they find something, with those they only begin with apart. */
export function knownValues({ selectors, icons = [] }: LookedFor): KnownValues {
	const whole = new Set<string>();
	const starts: string[] = [];
	const names = new Set<string>();
	for (const selector of Object.values(selectors)) {
		for (const [, name = '', operator, value] of selector.matchAll(attribute)) {
			names.add(name);
			if (name === 'style' && value) names.add(value.replace(/:.*/u, ''));
			if (!value || name === 'style' || name === 'href') continue;
			if (operator === '^=') starts.push(value);
			else if (operator === '=' || operator === '~=') whole.add(value);
		}
		const bare = selector.replace(attribute, '');
		for (const [, value = ''] of bare.matchAll(idOrClass)) whole.add(value);
	}
	return { whole, starts, names, icons };
}
