import type { Figures, Measured } from '../benchmark.ts';
import type { PopupFigures } from './benchmark.ts';
import type { Scroll } from './scrolling.ts';
import { sizeGoals } from './sizes.ts';

/** At most, as the goals have it. */
const goals = { ratio: 1.5, heap: 60e6, ...sizeGoals } as const;

export function popupTable(
	figures: Figures<PopupFigures>,
	measured: Record<string, Measured>,
): string {
	const names = Object.keys(figures).sort();
	return `## popup

From opening the popup's document in a tab to its list painted, held against an empty page of
the extension in the same run, in turns; medians of the rounds. Sizes are of the build that
people get, compressed by gzip: "own" is what the popup loads and the background does not.
✓ is within its goal. Names are found at once, texts after a pause of 120 ms in typing; the
longest of four keys. A list of ten thousand chats is scrolled by six rows in each frame, and
so is an empty box of its height; a frame is left out where the next comes after 25 ms.

| what | goal | ${names.join(' | ')} |
|---|---|${names.map(() => '---|').join('')}
${lines
	.map(
		([words, goal, cell]) =>
			`| ${words} | ${goal} | ${names.map((name) => cell(figures[name] as PopupFigures)).join(' | ')} |`,
	)
	.join('\n')}

${names
	.map((name) => {
		const when = measured[name];
		const rounds = figures[name]?.rounds;
		return when ? `${name}: measured ${when.on} on ${when.cores} cores, ${rounds} rounds.` : '';
	})
	.join('\n')}
`;
}

const mark = (isMet: boolean): string => (isMet ? ' ✓' : ' missed');
const kB = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;

const lines: readonly [string, string, (figures: PopupFigures) => string][] = [
	['messages', '', ({ messages }) => String(messages)],
	['list painted', '', ({ listMs }) => `${listMs.toFixed(0)} ms`],
	['empty page painted', '', ({ emptyMs }) => `${emptyMs.toFixed(0)} ms`],
	[
		'one to the other',
		`≤ ${goals.ratio}`,
		({ ratio }) => ratio.toFixed(2) + mark(ratio <= goals.ratio),
	],
	[
		'memory of the popup',
		`< ${goals.heap / 1e6} MB`,
		({ heapBytes }) =>
			heapBytes === null
				? '–'
				: `${(heapBytes / 1e6).toFixed(1)} MB${mark(heapBytes < goals.heap)}`,
	],
	['key to names found', '', ({ typing }) => (typing ? `${typing.namesMs.toFixed(0)} ms` : '–')],
	[
		'last key to texts found',
		'',
		({ typing }) => (typing ? `${typing.textsMs.toFixed(0)} ms` : '–'),
	],
	['frames left out, scrolling', '', ({ scroll }) => (scroll ? lateOf(scroll.list) : '–')],
	['the same with nothing in it', '', ({ scroll }) => (scroll ? lateOf(scroll.nothing) : '–')],
	...(['whatsapp', 'messenger', 'instagram'] as const).map((network): (typeof lines)[number] => [
		`reader of ${network}`,
		`≤ ${kB(goals.reader)}`,
		({ sizes }) => sizeCell(sizes[`reader-${network}`], goals.reader),
	]),
	[
		'the popup’s own scripts',
		`≤ ${kB(goals.own)}`,
		({ sizes }) => sizeCell(sizes['popup-own'], goals.own),
	],
	['shared with the background', '', ({ sizes }) => kB(sizes['popup-shared'] ?? 0)],
];

const lateOf = ({ late, frames, longestMs }: Scroll): string =>
	`${late} of ${frames}, longest ${longestMs.toFixed(0)} ms`;

const sizeCell = (bytes = Number.NaN, goal: number): string => kB(bytes) + mark(bytes <= goal);
