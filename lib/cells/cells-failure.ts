/**
 * `unknown-version`: another version of Stube wrote the cells. `unsupported`: nothing can
 * be overwritten in place here. `unavailable`: cells exist in a storage that cannot be had
 * now; to take that for "effaced" would delete what is sealed under them. `quota`: the disk
 * is full. `no-answer`: the writer died, also when asked again. `refused`: somebody else
 * asked, or for something that does not exist.
 */
export const cellsFailureCodes = [
	'unknown-version',
	'unsupported',
	'unavailable',
	'quota',
	'no-answer',
	'refused',
	'failed',
] as const;
export type CellsFailureCode = (typeof cellsFailureCodes)[number];

export class CellsFailure extends Error {
	override name = 'CellsFailure';
	readonly code: CellsFailureCode;

	constructor(code: CellsFailureCode, options?: ErrorOptions) {
		super(`cells: ${code}`, options);
		this.code = code;
	}
}

/** As a code, which is all that travels between contexts. */
export function failureCodeOf(error: unknown): CellsFailureCode {
	if (error instanceof CellsFailure) return error.code;
	if (!(error instanceof DOMException)) return 'failed';
	if (error.name === 'QuotaExceededError') return 'quota';
	// Private windows have no private file system, or refuse to open it.
	return error.name === 'SecurityError' ? 'unsupported' : 'failed';
}
