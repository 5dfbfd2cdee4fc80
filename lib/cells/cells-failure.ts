/**
 * `unknown-version`: another version of Stube wrote the cells. `unavailable`: cells exist
 * in a storage that cannot be had now; to take that for "effaced" would delete what is
 * sealed under them. `no-answer`: the writer died, also when asked again.
 */
export type CellsFailureCode = 'unknown-version' | 'unavailable' | 'no-answer';

export class CellsFailure extends Error {
	override name = 'CellsFailure';
	readonly code: CellsFailureCode;

	constructor(code: CellsFailureCode, options?: ErrorOptions) {
		super(`cells: ${code}`, options);
		this.code = code;
	}
}
