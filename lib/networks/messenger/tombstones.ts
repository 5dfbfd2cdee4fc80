/** What was unsent: its row stays, and says so in place of its words. */
import type { PageMemory } from './memory';
import type { RowMessage } from './message';

/**
 * A tombstone keeps its id and its bubble and has no mark of its own (Meta's module of
 * 2026-08). Its label is expected to say the sentence as a whole, without "sender:" [C];
 * believed only where most rows of this thread show that labels here have that colon, and
 * in the second pass in a row that shows it: what is emptied stays empty, and a text and
 * its label may change one after the other. Until then it is an edited text, which replaces
 * the words as well. Returns whether some row waits for that second pass.
 */
export function settleTombstones(rows: readonly RowMessage[], memory: PageMemory): boolean {
	const spoken = rows.filter(({ label }) => label?.ending === 'text').length;
	const statements = rows.filter(
		({ label, reading }) =>
			label?.ending === 'statement' && reading.kind === 'text' && reading.side !== 'unknown',
	);
	const before = memory.statements;
	memory.statements = new Map();
	if (spoken === 0 || statements.length > spoken) return false;
	let isUnsettled = false;
	for (const { reading } of statements) {
		if (reading.id === null || reading.text === null) continue;
		memory.statements.set(reading.id, reading.text);
		if (before.get(reading.id) === reading.text) empty(reading);
		else isUnsettled = true;
	}
	return isUnsettled;
}

function empty(reading: RowMessage['reading']): void {
	Object.assign(reading, { kind: 'deleted', deleted: true, text: null, quote: null });
	reading.reactions = [];
	reading.edited = false;
}
