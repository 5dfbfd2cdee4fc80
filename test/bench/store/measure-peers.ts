/** Other ways to keep the same messages, in turns with the store. */
import { buildPeers } from '../peers/build.ts';
import { BenchPage } from './bench-page.ts';
import type { CorpusOptions, PeerCases, Samples } from './cases.ts';
import type { Engine } from './engines.ts';
import { type EngineFigures, ofSize, ratioFigure } from './figures.ts';
import { inTurns } from './in-turns.ts';
import { inEngine } from './launch-engine.ts';
import type { Peer } from './options.ts';
import { Rounds } from './spread.ts';

/** Peers are slow: three rounds, and never more messages than these. */
const mostRounds = 3;
const mostMessages = 100_000;
/** So few at a time that no call to the page takes minutes. */
const portion = 10_000;

/** At most so much of the peer's time to put the same messages. */
const targets: Partial<Record<Peer, number>> = {
	'encrypted-rows': 1 / 25,
	'plain-rows': 1 / 15,
};

export async function measurePeers(
	engine: Engine,
	corpus: CorpusOptions,
	roundCount: number,
	peers: readonly Peer[],
): Promise<EngineFigures> {
	if (corpus.count > mostMessages) return {};
	const extension = await buildPeers();
	return inEngine(engine, async (own) =>
		inEngine(
			engine,
			async (launched) => {
				const store = await BenchPage.open(own);
				const page = await BenchPage.open<PeerCases>(launched);
				await page.run('make', corpus);
				const rounds = new Rounds();
				const cases = [
					async (): Promise<Samples> => ({
						...(await store.run('fill', 'bench', corpus)),
						...(await store.run('load', 'bench')),
					}),
					...peers.map((peer) => () => measurePeer(page, peer, corpus.count)),
				];
				await inTurns(cases, Math.min(roundCount, mostRounds), rounds);
				return ofSize(figuresOf(rounds, peers), corpus.count);
			},
			extension,
		),
	);
}

async function measurePeer(
	page: BenchPage<PeerCases>,
	peer: Peer,
	count: number,
): Promise<Samples> {
	await page.run('create', peer);
	let put = 0;
	for (let at = 0; at < count; at += portion) {
		put += (await page.run('put', peer, at, Math.min(at + portion, count))).ms ?? 0;
	}
	const { ms: load = 0, messages } = await page.run('load', peer);
	if (messages !== count) throw new Error(`${peer} holds ${messages} of ${count} messages.`);
	return { [`${peer} put`]: put, [`${peer} load`]: load };
}

function figuresOf(rounds: Rounds, peers: readonly Peer[]): EngineFigures {
	return Object.fromEntries(
		peers.flatMap((peer) => [
			[
				`ingest-to-${peer}`,
				ratioFigure(rounds, {
					own: 'ingest',
					floor: [`${peer} put`],
					target: targets[peer] ?? null,
				}),
			],
			[
				`all-searchable-to-${peer}`,
				ratioFigure(rounds, { own: 'load', floor: [`${peer} load`], target: null }),
			],
		]),
	);
}
