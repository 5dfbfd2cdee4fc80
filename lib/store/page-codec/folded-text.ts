import { foldText } from '@/lib/inbox/search';
import type { ByteReader } from './byte-reader';
import type { ByteWriter } from './byte-writer';

/**
 * A text as it is searched, and beside it what folding took away: capitals and accents,
 * each as its distance from the one before. So a page holds each text once, and the text
 * that is searched is mostly one byte a character in every Latin script.
 */

/** The low bit of a distance: a capital A to Z, or units that stand in place of others. */
const kinds = { capital: 0, other: 1 } as const;
const capitalOffset = 32;

/** Writes what folding takes away and returns the folded text. */
export function writeFolded(writer: ByteWriter, text: string): string {
	const capitals: number[] = [];
	for (let at = 0; at < text.length; at += 1) {
		const unit = text.charCodeAt(at);
		if (unit > 127) return writeDifferences(writer, text);
		if (unit >= 65 && unit <= 90) capitals.push(at);
	}
	writer.count(capitals.length);
	let last = 0;
	for (const at of capitals) {
		writer.count(2 * (at - last) + kinds.capital);
		last = at + 1;
	}
	return capitals.length === 0 ? text : text.toLowerCase();
}

/** The text that was folded. */
export function readUnfolded(reader: ByteReader, folded: string): string {
	let text = '';
	let at = 0;
	for (let left = reader.count(); left > 0; left -= 1) {
		const head = reader.count();
		const start = at + Math.floor(head / 2);
		text += folded.slice(at, start);
		if (head % 2 === kinds.capital) {
			text += String.fromCharCode(folded.charCodeAt(start) - capitalOffset);
			at = start + 1;
			continue;
		}
		at = start + reader.count();
		for (let units = reader.count(); units > 0; units -= 1) {
			text += String.fromCharCode(reader.count());
		}
	}
	return text + folded.slice(at);
}

export function skipUnfolded(reader: ByteReader): void {
	for (let left = reader.count(); left > 0; left -= 1) {
		if (reader.count() % 2 === kinds.capital) continue;
		reader.count();
		for (let units = reader.count(); units > 0; units -= 1) reader.count();
	}
}

interface Difference {
	/** Where it stands in the folded text. */
	at: number;
	/** Units of the folded text that it replaces. */
	length: number;
	original: string;
}

function writeDifferences(writer: ByteWriter, text: string): string {
	const folded = foldText(text);
	const differences = findDifferences(text, folded);
	writer.count(differences.length);
	let last = 0;
	for (const { at, length, original } of differences) {
		const isCapital = length === 1 && isCapitalOf(original, folded.charCodeAt(at));
		writer.count(2 * (at - last) + (isCapital ? kinds.capital : kinds.other));
		last = at + length;
		if (isCapital) continue;
		writer.count(length);
		writer.count(original.length);
		for (let unit = 0; unit < original.length; unit += 1) writer.count(original.charCodeAt(unit));
	}
	return folded;
}

/** Character by character; all of it where a character folds otherwise among its neighbours. */
function findDifferences(text: string, folded: string): Difference[] {
	if (text === folded) return [];
	const found: Difference[] = [];
	let at = 0;
	for (const character of text) {
		const piece = foldCharacter(character);
		if (!folded.startsWith(piece, at)) return [whole(text, folded)];
		if (piece !== character) {
			const last = found.at(-1);
			const isNext = last && last.length !== 1 && last.at + last.length === at;
			if (isNext) {
				last.length += piece.length;
				last.original += character;
			} else found.push({ at, length: piece.length, original: character });
		}
		at += piece.length;
	}
	return at === folded.length ? found : [whole(text, folded)];
}

function whole(text: string, folded: string): Difference {
	return { at: 0, length: folded.length, original: text };
}

function isCapitalOf(original: string, folded: number): boolean {
	return (
		original.length === 1 &&
		folded >= 97 &&
		folded <= 122 &&
		original.charCodeAt(0) === folded - capitalOffset
	);
}

/** Letters of living scripts come again and again; folding one takes a microsecond. */
const foldedCharacters = new Map<string, string>();
const keptCharacters = 4_096;

function foldCharacter(character: string): string {
	const known = foldedCharacters.get(character);
	if (known !== undefined) return known;
	const folded = foldText(character);
	if (foldedCharacters.size < keptCharacters) foldedCharacters.set(character, folded);
	return folded;
}
