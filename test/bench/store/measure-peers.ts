/** Other ways to keep the same messages, in turns with the store. */
import { buildPeers } from '../peers/build.ts';
import { BenchPage } from './bench-page.ts';
import type { CorpusOptions, PeerCases, Samples } from './cases.ts';
import type { Engine } from './engines.ts';
import { type EngineFigures, type Figure, ofSize, problemFigure, ratioFigure } from './figures.ts';
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
	/** By peer, why it could not be measured. */
	const problems = new Map<Peer, string>();
	const extension = await buildPeers().catch((error: unknown) => {
		for (const peer of peers) problems.set(peer, firstLineOf(error));
		return null;
	});
	if (extension === null) return ofSize(figuresOf(new Rounds(), peers, problems), corpus.count);
	const measured = (page: BenchPage<PeerCases>, peer: Peer) => async (): Promise<Samples> => {
		if (problems.has(peer)) return {};
		return measurePeer(page, peer, corpus.count).catch((error: unknown): Samples => {
			problems.set(peer, firstLineOf(error));
			return {};
		});
	};
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
					...peers.map((peer) => measured(page, peer)),
				];
				await inTurns(cases, Math.min(roundCount, mostRounds), rounds);
				return ofSize(figuresOf(rounds, peers, problems), corpus.count);
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

function firstLineOf(error: unknown): string {
	return String(error).split('\n').slice(0, 2).join(' ').slice(0, 300);
}

function figuresOf(
	rounds: Rounds,
	peers: readonly Peer[],
	problems: ReadonlyMap<Peer, string>,
): EngineFigures {
	const figureOf = (peer: Peer, own: string, floor: string, target: number | null): Figure => {
		const problem = problems.get(peer);
		return problem === undefined
			? ratioFigure(rounds, { own, floor: [floor], target })
			: problemFigure(target, problem);
	};
	return Object.fromEntries(
		peers.flatMap((peer) => [
			[`ingest-to-${peer}`, figureOf(peer, 'ingest', `${peer} put`, targets[peer] ?? null)],
			[`all-searchable-to-${peer}`, figureOf(peer, 'load', `${peer} load`, null)],
		]),
	);
}
