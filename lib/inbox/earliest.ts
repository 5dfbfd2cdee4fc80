/** The first of some times; `undefined` where none is known. */
export function earliest(...times: readonly (number | undefined)[]): number | undefined {
	const known = times.filter((at) => at !== undefined);
	return known.length > 0 ? Math.min(...known) : undefined;
}
