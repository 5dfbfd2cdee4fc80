/**
 * A JSON value with the lone surrogates of every string replaced, so that it survives
 * UTF-8 unchanged. NUL, bidi overrides and markup stay: they are text.
 */
export function wellFormed<Value>(value: Value): Value {
	return replace(value) as Value;
}

function replace(value: unknown): unknown {
	if (typeof value === 'string') return value.toWellFormed();
	if (Array.isArray(value)) return value.map(replace);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replace(inner)]));
}
