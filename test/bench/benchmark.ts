import type { ParseArgsOptionsConfig } from 'node:util';

/** Figures by what they belong to: `chromium-whatsapp`, `firefox`, … */
export type Figures<Entry> = Record<string, Entry>;

/** When and on what an entry was measured. */
export interface Measured {
	on: string;
	cores: number;
}

/** One thing that is measured by `npm run bench -- NAME [its options] [--json]`. */
export interface Benchmark<Entry = unknown> {
	/** Options of its own, all with values that fit when none is given. */
	options: ParseArgsOptionsConfig;
	/**
	 * Throws an `Error` with a sentence for the user where an option does not fit. What it
	 * does not measure stays as an earlier run left it. `keep` is given what is done so far
	 * wherever that is worth keeping, should the rest fail.
	 */
	measure(
		values: OptionValues,
		say: (text: string) => void,
		keep: (figures: Figures<Entry>) => void,
	): Promise<Figures<Entry>>;
	/** In Markdown, with a sentence that says what the figures mean. */
	table(figures: Figures<Entry>, measured: Record<string, Measured>): string;
}

export type OptionValues = Record<string, string | boolean | undefined>;
