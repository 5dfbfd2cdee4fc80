/** Firefox's own profiler on one tab's main thread, reached through the browser's window. */
import type { Browser } from 'puppeteer-core';
import { inFirefoxWindow } from '../../browser/firefox-window.ts';
import { type Cost, costOf } from './cost.ts';

const sampleEveryMs = 0.5;

/** What is brought out of the browser: processor milliseconds, one entry per own stretch. */
interface Counted {
	stretches: number[];
	pageMs: number;
	busyMs: number;
}

/** Profiles while something happens. `script`: the reader's file. */
export async function profileFirefox(
	browser: Browser,
	script: string,
	happen: () => Promise<void>,
): Promise<Cost> {
	await inFirefoxWindow(
		browser,
		`Services.profiler.StartProfiler(20_000_000, ${sampleEveryMs}, ['js', 'cpu'], ['GeckoMain'])`,
	);
	const startedAt = performance.now();
	await happen();
	const seconds = (performance.now() - startedAt) / 1_000;
	const counted = await inFirefoxWindow(
		browser,
		`(async () => {
			const profile = await Services.profiler.getProfileDataAsync();
			await Services.profiler.StopProfiler();
			return JSON.stringify((${countProfile.toString()})(profile, '${script}'));
		})()`,
	);
	const { stretches, pageMs, busyMs } = JSON.parse(String(counted)) as Counted;
	return costOf(seconds, stretches, pageMs, busyMs);
}

interface Table {
	schema: Record<string, number>;
	data: (number | null)[][];
}

interface Thread {
	name: string;
	stringTable: string[];
	frameTable: Table;
	stackTable: Table;
	samples: Table;
	markers: { schema: Record<string, number>; data: unknown[][] };
}

/** Runs in the browser's window: the profile itself is too large to bring out. */
function countProfile(profile: { processes: { threads: Thread[] }[] }, script: string): Counted {
	const counted: Counted = { stretches: [], pageMs: 0, busyMs: 0 };
	const threads = profile.processes
		.flatMap(({ threads }) => threads)
		.filter(({ stringTable }) => stringTable.some((text) => text.includes(script)));
	for (const { stringTable, frameTable, stackTable, samples, markers } of threads) {
		// What calls scripts is marked: two tasks may follow each other without a sample between.
		const beginnings = markers.data
			.filter((marker) =>
				/^(?:DOMEvent|setTimeout callback)$/u.test(
					stringTable[Number(marker[markers.schema.name ?? 0])] ?? '',
				),
			)
			.map((marker) => Number(marker[markers.schema.startTime ?? 1]))
			.sort((one, other) => one - other);
		let begun = 0;
		const ownerOf = (text: string): 'reader' | 'page' | null => {
			if (text.includes(script)) return 'reader';
			return /\(https:|\(debugger eval/.test(text) ? 'page' : null;
		};
		const frameOwners = frameTable.data.map((frame) =>
			ownerOf(stringTable[Number(frame[frameTable.schema.location ?? 0])] ?? ''),
		);
		const owners: ('reader' | 'page' | null)[] = [];
		for (const stack of stackTable.data) {
			const prefix = stack[stackTable.schema.prefix ?? 0] ?? null;
			const above = prefix === null ? null : owners[prefix];
			const own = frameOwners[Number(stack[stackTable.schema.frame ?? 1])] ?? null;
			owners.push(above === 'reader' || own === 'reader' ? 'reader' : (own ?? above ?? null));
		}
		let stretch = 0;
		for (const sample of samples.data) {
			const stack = sample[samples.schema.stack ?? 0] ?? null;
			// Nanoseconds of processor time since the sample before.
			const ms = Number(sample[samples.schema.threadCPUDelta ?? 4] ?? 0) / 1_000_000;
			const owner = stack === null ? null : owners[stack];
			const at = Number(sample[samples.schema.time ?? 1]);
			let isNewTask = false;
			for (; (beginnings[begun] ?? Number.POSITIVE_INFINITY) <= at; begun += 1) isNewTask = true;
			counted.busyMs += ms;
			if (isNewTask && stretch > 0) {
				counted.stretches.push(stretch);
				stretch = 0;
			}
			if (owner === 'page') counted.pageMs += ms;
			if (owner === 'reader') stretch += ms;
			else if (stretch > 0) {
				counted.stretches.push(stretch);
				stretch = 0;
			}
		}
		if (stretch > 0) counted.stretches.push(stretch);
	}
	return counted;
}
