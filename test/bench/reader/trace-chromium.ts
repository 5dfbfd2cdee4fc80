/** Chromium's own tracing of one tab: tasks of its main thread, and whose scripts ran in them. */
import type { Page } from 'puppeteer-core';
import { type Cost, costOf } from './cost.ts';

const categories = [
	'-*',
	'devtools.timeline',
	'disabled-by-default-devtools.timeline',
	'disabled-by-default-v8.cpu_profiler',
	// Every 0.1 ms instead of every millisecond.
	'disabled-by-default-v8.cpu_profiler.hires',
];

/** Times are microseconds; `tdur` is the thread's processor time. */
interface TraceEvent {
	name: string;
	ph: string;
	pid: number;
	tid: number;
	id?: string;
	ts: number;
	dur?: number;
	tdur?: number;
	args: {
		name?: string;
		data?: {
			url?: string;
			startTime?: number;
			processId?: number;
			frames?: { url: string; processId?: number }[];
			cpuProfile?: { nodes?: ProfileNode[]; samples?: number[] };
			timeDeltas?: number[];
		};
	};
}

interface ProfileNode {
	id: number;
	parent?: number;
	callFrame: { functionName: string; url?: string };
}

type Owner = 'reader' | 'page' | 'browser';

interface Sample {
	from: number;
	owner: Owner;
}

interface Span {
	from: number;
	to: number;
	cpuMs: number;
	/** Of the script that was called. */
	url: string;
}

/** Traces the tab while something happens in it. `script`: the reader's file. */
export async function traceChromium(
	page: Page,
	script: string,
	happen: () => Promise<void>,
): Promise<Cost> {
	await page.tracing.start({ categories });
	// The profiler starts within the first script that runs, which takes some 60 ms (2026-11).
	await page.evaluate(() => 0);
	const startedAt = performance.now();
	await happen();
	const seconds = (performance.now() - startedAt) / 1_000;
	const trace = await page.tracing.stop();
	const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as {
		traceEvents: TraceEvent[];
	};
	return readTrace(traceEvents, script, seconds);
}

export function readTrace(events: readonly TraceEvent[], script: string, seconds: number): Cost {
	const { pid, tid } = mainThread(events);
	const here = events.filter((event) => event.pid === pid);
	const main = here.filter((event) => event.tid === tid && event.ph === 'X');
	const tasks = spansOf(main.filter(({ name }) => name === 'RunTask'));
	const calls = outermost(spansOf(main.filter(({ name }) => name === 'FunctionCall')));
	const takeCalls = eachWithin(calls);
	const takeSamples = eachWithin(samplesOf(here, tid, script));

	const stretches: number[] = [];
	let pageMs = 0;
	for (const task of tasks) {
		const inTask = takeCalls(task);
		const samples = takeSamples(task).filter(
			({ from }) => !inTask.some((call) => from >= call.from && from <= call.to),
		);
		const callMs = (isOwn: boolean): number =>
			inTask
				.filter(({ url }) => url.endsWith(script) === isOwn)
				.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
		// Outside of calls (microtasks, what the browser calls by itself) samples tell whose it is.
		const restMs = Math.max(0, task.cpuMs - callMs(true) - callMs(false));
		const shareOf = (owner: Owner): number =>
			samples.filter((sample) => sample.owner === owner).length / Math.max(1, samples.length);
		const ownMs = callMs(true) + restMs * shareOf('reader');
		if (ownMs > 0) stretches.push(ownMs);
		pageMs += callMs(false) + restMs * shareOf('page');
	}
	const busyMs = tasks.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
	return costOf(seconds, stretches, pageMs, busyMs);
}

/** The thread that runs the page, in its own process; the last one of several pages. */
function mainThread(events: readonly TraceEvent[]): { pid: number; tid: number } {
	const frames = events.flatMap(({ name, args: { data } }) => [
		...(data?.frames ?? []),
		...(name === 'FrameCommittedInBrowser' && data ? [data] : []),
	]);
	const pid = frames.findLast(({ url }) => url?.startsWith('https://'))?.processId;
	const thread = events.find(
		(event) =>
			event.pid === pid && event.name === 'thread_name' && event.args.name === 'CrRendererMain',
	);
	if (!thread) throw new Error('The trace does not name the main thread of the page.');
	return thread;
}

function spansOf(events: readonly TraceEvent[]): Span[] {
	return events
		.map(({ ts, dur = 0, tdur = dur, args }) => ({
			from: ts,
			to: ts + dur,
			cpuMs: tdur / 1_000,
			url: args.data?.url ?? '',
		}))
		.sort((one, other) => one.from - other.from);
}

function outermost(spans: readonly Span[]): Span[] {
	const kept: Span[] = [];
	for (const span of spans) if (span.from >= (kept.at(-1)?.to ?? 0)) kept.push(span);
	return kept;
}

/** Gives, for spans asked in order, the items that begin in each. */
function eachWithin<Item extends { from: number }>(items: readonly Item[]): (span: Span) => Item[] {
	let next = 0;
	return ({ from, to }) => {
		const found: Item[] = [];
		for (let item = items[next]; item && item.from <= to; item = items[next]) {
			if (item.from >= from) found.push(item);
			next += 1;
		}
		return found;
	};
}

/** Whose work each sample fell into: the reader's wherever a function of it is on the stack. */
function samplesOf(events: readonly TraceEvent[], main: number, script: string): Sample[] {
	const profile = events.find(({ name, tid }) => name === 'Profile' && tid === main);
	const chunks = events
		.filter(({ name, id }) => name === 'ProfileChunk' && id === profile?.id)
		.sort((one, other) => one.ts - other.ts);
	/** `null`: garbage is collected for whoever ran before. */
	const owners = new Map<number, Owner | null>();
	const samples: Sample[] = [];
	let at = profile?.args.data?.startTime ?? 0;
	for (const { args } of chunks) {
		const { cpuProfile, timeDeltas = [] } = args.data ?? {};
		for (const { id, parent, callFrame } of cpuProfile?.nodes ?? []) {
			const caller = parent === undefined ? undefined : owners.get(parent);
			owners.set(id, ownerOf(callFrame, caller ?? 'browser', script));
		}
		for (const [index, id] of (cpuProfile?.samples ?? []).entries()) {
			at += timeDeltas[index] ?? 0;
			const owner = owners.get(id) ?? samples.at(-1)?.owner ?? 'browser';
			samples.push({ from: at, owner });
		}
	}
	return samples;
}

function ownerOf(
	{ functionName, url = '' }: ProfileNode['callFrame'],
	caller: Owner,
	script: string,
): Owner | null {
	if (functionName === '(garbage collector)') return null;
	if (caller === 'reader' || url.endsWith(script)) return 'reader';
	return caller === 'page' || /^(?:https|pptr):/u.test(url) ? 'page' : 'browser';
}
