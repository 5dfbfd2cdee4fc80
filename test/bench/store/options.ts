import type { ParseArgsOptionsConfig } from 'node:util';
import type { OptionValues } from '../benchmark.ts';
import { type Engine, engineNames } from './engines.ts';

/** What can be measured by itself, one or several with commas between: each takes some minutes. */
export const parts = ['text', 'writes', 'pages', 'disk', 'peers'] as const;
export type Part = (typeof parts)[number];

/** Other ways to keep the same messages; each can be measured by itself, beside the store. */
export const peers = ['encrypted-rows', 'plain-rows', 'dexie-encrypted', 'rxdb'] as const;
export type Peer = (typeof peers)[number];

export interface StoreOptions {
	engines: readonly Engine[];
	/** Sizes of the corpus, smallest first. */
	messages: readonly number[];
	parts: readonly Part[];
	peers: readonly Peer[];
	rounds: number;
}

export const storeOptions: ParseArgsOptionsConfig = {
	engine: { type: 'string' },
	messages: { type: 'string' },
	part: { type: 'string' },
	peer: { type: 'string' },
	rounds: { type: 'string', default: '5' },
};

export function chooseStore(values: OptionValues): StoreOptions {
	const messages =
		values.messages === undefined ? [100_000, 1_000_000] : [count(values, 'messages')];
	return {
		engines: choose('engine', engineNames, values),
		messages,
		parts: choose('part', parts, values),
		peers: choose('peer', peers, values),
		rounds: count(values, 'rounds'),
	};
}

function count(values: OptionValues, option: string): number {
	const wanted = Number(values[option] ?? 5);
	if (!Number.isInteger(wanted) || wanted < 1) {
		throw new Error(`${values[option]} is not a number of ${option}.`);
	}
	return wanted;
}

function choose<Name extends string>(
	option: string,
	known: readonly Name[],
	values: OptionValues,
): readonly Name[] {
	const wanted = values[option];
	if (typeof wanted !== 'string') return known;
	const names = wanted.split(',');
	const stranger = names.find((name) => !known.some((one) => one === name));
	if (stranger !== undefined) throw new Error(`${stranger} is not one of ${known.join(', ')}.`);
	return known.filter((name) => names.includes(name));
}
