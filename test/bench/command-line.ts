import { parseArgs } from 'node:util';
import type { Benchmark, OptionValues } from './benchmark.ts';

export interface Wanted {
	/** What is measured: one by name with options of its own, or all as they are. */
	names: readonly string[];
	values: OptionValues;
	/** Nothing but one JSON object on stdout. */
	isJson: boolean;
}

/** Throws an `Error` with a sentence for the user where something does not fit. */
export function readCommandLine(
	given: readonly string[],
	benchmarks: Readonly<Record<string, Benchmark>>,
): Wanted {
	const known = Object.keys(benchmarks);
	const name = given.find((part) => !part.startsWith('-'));
	const hasName = name !== undefined && given[0] === name;
	if (hasName && !known.includes(name)) {
		throw new Error(`There is no benchmark "${name}"; there is ${known.join(', ')}.`);
	}
	const { json, ...values } = parseArgs({
		args: given.slice(hasName ? 1 : 0),
		options: {
			...(hasName ? benchmarks[name]?.options : {}),
			json: { type: 'boolean', default: false },
		},
	}).values as OptionValues;
	return { names: hasName ? [name] : known, values, isJson: json === true };
}
