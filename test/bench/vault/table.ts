import type { Figures, Measured } from '../benchmark.ts';
import type { Figure } from '../store/figures.ts';
import type { VaultFigures } from './benchmark.ts';

/** What each line is, and what it is held against. */
const lines = {
	unlock:
		'passphrase → list, beside the KDF; its floor: two values of its size decrypted and parsed',
	'unlock-kdf': 'the KDF itself, as it was calibrated here',
	change: 'another passphrase, beside the KDF; its floor: one flushed put and one cell overwritten',
	'first-set': 'first passphrase, everything sealed anew, beside the KDF; to load + ingest',
	lock: 'lock → nothing drawn any more; to one message to the worker and back',
	'key-gone': "lock → key gone from the browser's memory; to one message to the worker and back",
	'list-after-key': 'key there → list drawn, in the popup in which it was typed',
	'list-elsewhere': 'key there → list drawn, in a view that hears of it',
} as const;

export function vaultTable(
	figures: Figures<VaultFigures>,
	measured: Record<string, Measured>,
): string {
	const names = Object.keys(figures).sort();
	const rows = Object.entries(lines).map(([line, words]) => {
		const found = names.map((name) => figures[name]?.lines[line]);
		const goal = found.find((figure) => figure !== undefined);
		return `| ${words} | ${goal ? goalOf(goal) : ''} | ${found.map(cellOf).join(' | ')} |`;
	});
	return `## vault

On pages of the built extension, medians of rounds, lowest and highest in brackets. The KDF is
Argon2id as it ships, in a thread of its own; what it took is taken off where a line says
"beside". Floors are of the same round: **load** makes all text searchable, **ingest** stores
it. What is locked and unlocked is the popup, in a tab, by another page and by itself. ✓ is
within its goal.

| what | goal | ${names.join(' | ')} |
|---|---|${names.map(() => '---|').join('')}
${rows.join('\n')}

${names
	.map((name) => {
		const when = measured[name];
		const one = figures[name];
		return when && one
			? `${name}: measured ${when.on} on ${when.cores} cores with ${one.messages} messages, ${one.lines.unlock?.rounds} rounds; ${Math.round(one.lines.unlock?.loadAverage ?? 0)} processes waited for a core.`
			: '';
	})
	.join('\n')}

All that will be opened is read, sealed as it is, while the KDF runs: from its end to the keys
of directory and previews a trace showed 1 to 10 ms (chromium, 17 processes waiting). What is
left of the first line is processor time, which those processes share: both values decrypted
and parsed, one answer whether what was read ahead stands there still, and the list built.
Another passphrase waits for its flushed commit and then for the old cell to be overwritten in
both files: neither can be left out, and not at once, or a death in between would leave no way
in. A key that is there is drawn once the page has built its views for the first time. With
100,000 messages, earlier on the same day, the first passphrase took 1.27 × (chromium) and
1.42 × (firefox).
`;
}

function goalOf({ target, targetMs }: Figure): string {
	if (target === null && targetMs === undefined) return '';
	return targetMs === undefined ? `≤ ${target} ×` : `≤ ${targetMs} ms`;
}

function cellOf(figure: Figure | undefined): string {
	if (!figure) return '–';
	const { ms, msRange, ratio, target, targetMs, floorMs } = figure;
	const goal = targetMs ?? target;
	const isMet = targetMs === undefined ? (ratio ?? 0) <= (target ?? 0) : (ms ?? 0) <= targetMs;
	const took = `${short(ms)} ms [${short(msRange?.min)}–${short(msRange?.max)}]`;
	const beside = floorMs === null ? took : `${took}; floor ${short(floorMs)} ms`;
	const held = ratio === null ? beside : `${short(ratio)} × (${took} to ${short(floorMs)} ms)`;
	if (goal === null) return held;
	return held + (isMet ? ' ✓' : ' missed');
}

function short(value: number | null | undefined): string {
	return value === null || value === undefined ? '–' : String(Number(value.toPrecision(3)));
}
