/** What the parts found: kept beside this file, and which of them are done in this round. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Numbers that say what was tried, by a name of what they count. */
export type Counts = Readonly<Record<string, number>>;

export interface PartResult {
	part: string;
	seed: number;
	counts: Counts | null;
	/** First line of what went wrong; `null` if nothing did. */
	failure: string | null;
	seconds: number;
	/** Day on which it ran. */
	date: string;
}

interface Round {
	seed: number;
	done: string[];
}

const resultsFile = fileURLToPath(new URL('RESULTS.json', import.meta.url));
const tableFile = fileURLToPath(new URL('RESULTS.md', import.meta.url));
const output = fileURLToPath(new URL('../../.output/', import.meta.url));
const roundFile = `${output}long-round.json`;

/** Goes on with the round that was begun, or begins one with this seed. */
export function openRound(seed: number | null, isAnew: boolean): Round {
	if (isAnew) rmSync(roundFile, { force: true });
	const kept = readRound();
	const round =
		kept && (seed === null || seed === kept.seed)
			? kept
			: { seed: seed ?? Math.floor(Math.random() * 1_000_000), done: [] };
	writeRound(round);
	return round;
}

export function isDone(part: string): boolean {
	return readRound()?.done.includes(part) ?? false;
}

export function keepResult(result: PartResult): void {
	const results = readResults();
	results[result.part] = result;
	writeFileSync(resultsFile, `${JSON.stringify(results, null, '\t')}\n`);
	writeFileSync(tableFile, tableOf(Object.values(results)));
	const round = readRound() ?? { seed: result.seed, done: [] };
	writeRound({ ...round, done: [...round.done, result.part] });
}

export function readResults(): Record<string, PartResult> {
	return existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : {};
}

function readRound(): Round | null {
	return existsSync(roundFile) ? JSON.parse(readFileSync(roundFile, 'utf8')) : null;
}

function writeRound(round: Round): void {
	mkdirSync(output, { recursive: true });
	writeFileSync(roundFile, JSON.stringify(round));
}

/** The page that people read: one line for each part that ever ran. */
function tableOf(results: readonly PartResult[]): string {
	const lines = [...results].sort((one, other) => (one.part < other.part ? -1 : 1)).map(lineOf);
	return `# What the long tests found

Written by \`npm run test:long\`: each part's counts, the seed that repeats it
(\`npm run test:long -- PART --seed SEED\`) and the day.

| part | outcome | counts | seed | seconds | date |
|---|---|---|---|---|---|
${lines.join('\n')}
`;
}

function lineOf({ part, failure, counts, seed, seconds, date }: PartResult): string {
	const shown = Object.entries(counts ?? {})
		.map(([name, count]) => `${name} ${count.toLocaleString('en')}`)
		.join(', ');
	const outcome = failure === null ? 'passed' : `**failed**: ${failure.replaceAll('|', '/')}`;
	return `| ${part} | ${outcome} | ${shown} | ${seed} | ${seconds} | ${date} |`;
}
