import type { ByteReader } from './byte-reader';
import type { ByteWriter } from './byte-writer';

/** How a column's numbers stand: each as the distance from the one before, or as it is. */
const forms = { distances: 0, floats: 1 } as const;
/** Distances beyond would not survive their packing. */
const farthest = 2 ** 51;

export function writeNumbers(writer: ByteWriter, values: readonly number[]): void {
	const isWhole = values.every(isPlainWhole);
	writer.byte(isWhole ? forms.distances : forms.floats);
	let last = 0;
	for (const value of values) {
		if (isWhole) writer.signed(value - last);
		else writer.float(value);
		last = value;
	}
}

export function readNumbers(reader: ByteReader, length: number): Float64Array {
	const values = new Float64Array(length);
	const isWhole = reader.byte() === forms.distances;
	let last = 0;
	for (let index = 0; index < length; index += 1) {
		last = isWhole ? last + reader.signed() : reader.float();
		values[index] = last;
	}
	return values;
}

function isPlainWhole(value: number): boolean {
	return Number.isInteger(value) && Math.abs(value) < farthest / 2 && !Object.is(value, -0);
}
