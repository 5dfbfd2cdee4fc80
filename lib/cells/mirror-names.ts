/** The two files of a set of cells, at the root of the extension's private file system. */
export function mirrorNames(name: string): { a: string; b: string } {
	return { a: `${name}.a`, b: `${name}.b` };
}

/** Web Lock of a set of cells: exclusive to write, shared to read undisturbed. */
export function lockName(name: string): string {
	return `cells of ${name}`;
}
