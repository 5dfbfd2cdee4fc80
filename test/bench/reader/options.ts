import type { ParseArgsOptionsConfig } from 'node:util';
import { type BrowserName, browserNames } from '../../browser/find-browser.ts';
import type { ScenarioNetwork } from '../../sites/scenario.ts';
import type { OptionValues } from '../benchmark.ts';

export interface ReaderOptions {
	browsers: readonly BrowserName[];
	networks: readonly ScenarioNetwork[];
	/** How long messages arrive. */
	seconds: number;
}

const networkNames: readonly ScenarioNetwork[] = ['whatsapp', 'messenger', 'instagram'];

export const readerOptions: ParseArgsOptionsConfig = {
	browser: { type: 'string' },
	network: { type: 'string' },
	seconds: { type: 'string', default: '20' },
};

export function chooseReaders(values: OptionValues): ReaderOptions {
	const seconds = Number(values.seconds ?? 20);
	if (!(seconds >= 1)) throw new Error(`${values.seconds} is not a number of seconds.`);
	return {
		browsers: choose('browser', browserNames, values),
		networks: choose('network', networkNames, values),
		seconds,
	};
}

function choose<Name extends string>(
	option: string,
	known: readonly Name[],
	values: OptionValues,
): readonly Name[] {
	const wanted = values[option];
	const chosen = known.filter((name) => wanted === undefined || name === wanted);
	if (chosen.length === 0) throw new Error(`${wanted} is not one of ${known.join(', ')}.`);
	return chosen;
}
