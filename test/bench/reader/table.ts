import type { Figures, Measured } from '../benchmark.ts';
import type { ReaderFigures } from './benchmark.ts';
import type { Latency } from './latency.ts';

/** What the figures mean stands above them: a table is read without its program. */
export function readerTable(
	figures: Figures<ReaderFigures>,
	measured: Record<string, Measured>,
): string {
	const entries = Object.entries(figures).sort(([one], [other]) => one.localeCompare(other));
	const all = entries.map(([, entry]) => entry);
	const dates = [
		...new Set(Object.values(measured).map(({ on, cores }) => `${on} (${cores} cores)`)),
	];
	return `## reader

What a reader costs the page it reads: a list of 500 chats, one of 2,000 messages open, 20
messages a second arriving, every other one in the open chat. Processor time of the page's
main thread as a share of the time that passed, by the browser's own tracing; the peer is
all that the stand-in's page did on that thread in the same run. A stretch is what the
reader does in one task. Goal: under 2 %, and no stretch over 16 ms.

| browser | page | arrived | reader | page | reader : page | longest stretch | over 16 ms | at rest |
|---|---|---|---|---|---|---|---|---|
${all.map(arrivingRow).join('\n')}

The same page from its load until the long chat is opened and read, everything for the
first time.

| browser | page | reader | longest stretch | over 16 ms |
|---|---|---|---|---|
${all.map(firstRow).join('\n')}

From the moment a page has drawn something until the inbox shows it, median and worst.
Goals: 2 s for the list and an opened chat, 1 s for a new message.

| browser | page | list | opened chat | new message |
|---|---|---|---|---|
${all.map(latencyRow).join('\n')}

Measured ${dates.join(', ')}.
`;
}

function arrivingRow({ browser, version, network, ...figures }: ReaderFigures): string {
	const { arrivals, arriving, atRest } = figures;
	const rest = arriving.busyShare - arriving.ownShare;
	return row([
		`${browser} ${version.match(/\d+/u)?.[0] ?? ''}`,
		network,
		`${arrivals} in ${arriving.seconds.toFixed(0)} s`,
		percent(arriving.ownShare),
		percent(rest),
		`1 : ${(rest / arriving.ownShare).toFixed(0)}`,
		`${arriving.longestOwnMs.toFixed(1)} ms`,
		String(arriving.ownOverFrame),
		percent(atRest.ownShare),
	]);
}

function firstRow({ browser, network, first }: ReaderFigures): string {
	return row([
		browser,
		network,
		`${(first.ownShare * first.seconds * 1_000).toFixed(0)} ms`,
		`${first.longestOwnMs.toFixed(1)} ms`,
		String(first.ownOverFrame),
	]);
}

function latencyRow({ browser, network, list, openChat, message }: ReaderFigures): string {
	return row([browser, network, ...[list, openChat, message].map(latencyCell)]);
}

function latencyCell({ medianMs, worstMs, count }: Latency): string {
	return `${seconds(medianMs)}, ${seconds(worstMs)} (${count})`;
}

function row(cells: readonly string[]): string {
	return `| ${cells.join(' | ')} |`;
}

function percent(share: number): string {
	return `${(share * 100).toFixed(2)} %`;
}

function seconds(ms: number): string {
	return `${(ms / 1_000).toFixed(2)} s`;
}
