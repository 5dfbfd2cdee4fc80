import { foldText } from '@/lib/inbox/search';
import { type Bytes, encodeText } from '@/lib/vault/bytes';
import { ByteWriter } from './byte-writer';
import { foldCharacter } from './fold-character';
import { writeTexts } from './text-column';

/** The low bit of a distance: a capital A to Z, or what the table says. */
export const kinds = { capital: 0, other: 1 } as const;
/** From a capital to the letter it folds to. */
export const toSmall = 32;

/**
 * What folding takes away, capitals and accents, each as its distance from the one before. So
 * a page holds each text once, and what is searched is one byte a character in every Latin
 * script.
 */
export class DifferenceWriter {
	private readonly writer = new ByteWriter();
	/** Each original that is no capital, by itself and how many folded units it became. */
	private readonly table = new Map<string | number, number>();
	private readonly originals: string[] = [];
	private readonly lengths: number[] = [];
	/** Of the text that is being folded: distance and kind, and a place in the table. */
	private heads: number[] = [];
	private last = 0;

	/**
	 * Appends the folded text to `narrow` if all its characters are below U+0100, and returns
	 * how many they are; else returns it. Remembers what folding took.
	 */
	fold(text: string, narrow: ByteWriter): number | string {
		const { length } = narrow;
		this.start();
		let result: number | string | null = this.foldNarrow(text, narrow);
		if (result === null) {
			narrow.length = length;
			this.start();
			result = this.foldByCharacter(text) ?? this.foldWhole(text);
			if (isNarrow(result)) {
				narrow.append(encodeText(result));
				result = result.length;
			}
		}
		this.writer.count(this.heads.length);
		for (const head of this.heads) this.writer.count(head);
		return result;
	}

	finish(): Bytes {
		const whole = new ByteWriter();
		whole.count(this.originals.length);
		for (const length of this.lengths) whole.count(length);
		writeTexts(whole, this.originals);
		whole.append(this.writer.finish());
		return whole.finish();
	}

	private start(): void {
		this.heads = [];
		this.last = 0;
	}

	/** Most texts: straight to bytes. `null` where a character is too wide or a mark. */
	private foldNarrow(text: string, narrow: ByteWriter): number | null {
		let folded = 0;
		let bytes = narrow.room(text.length);
		let end = narrow.length;
		for (let at = 0; at < text.length; at += 1) {
			const unit = text.charCodeAt(at);
			if (unit < 128) {
				const isCapital = unit >= 65 && unit <= 90;
				if (isCapital) this.noteCapital(folded);
				bytes[end++] = isCapital ? unit + toSmall : unit;
				folded += 1;
				continue;
			}
			narrow.length = end;
			const length = this.foldOther(text, at, folded, narrow);
			if (length === null) return null;
			folded += length;
			bytes = narrow.room(text.length - at);
			end = narrow.length;
		}
		narrow.length = end;
		return folded;
	}

	/** How many folded units a character outside of ASCII became, `null` where it cannot be narrow. */
	private foldOther(text: string, at: number, folded: number, narrow: ByteWriter): number | null {
		const unit = text.charCodeAt(at);
		if (unit >= 0xd800 && unit < 0xe000) return null;
		const piece = foldCharacter(unit);
		if (piece === null) return null;
		for (let next = 0; next < piece.length; next += 1) {
			const each = piece.charCodeAt(next);
			if (each > 255) return null;
			narrow.narrow(each);
		}
		if (piece.length !== 1 || piece.charCodeAt(0) !== unit) {
			this.noteOther(folded, piece.length, text.charAt(at));
		}
		return piece.length;
	}

	private foldByCharacter(text: string): string | null {
		let folded = '';
		for (const character of text) {
			const piece = foldCharacter(character.codePointAt(0) ?? 0);
			if (piece === null) return null;
			if (piece !== character) {
				if (isCapital(character)) this.noteCapital(folded.length);
				else this.noteOther(folded.length, piece.length, character);
			}
			folded += piece;
		}
		return folded;
	}

	private foldWhole(text: string): string {
		const folded = foldText(text);
		this.start();
		if (folded !== text) this.noteOther(0, folded.length, text);
		return folded;
	}

	private noteCapital(at: number): void {
		this.heads.push(2 * (at - this.last) + kinds.capital);
		this.last = at + 1;
	}

	private noteOther(at: number, length: number, original: string): void {
		// As a number where it can be one: most are single letters, and there are many.
		const name =
			original.length === 1 ? length * 0x10000 + original.charCodeAt(0) : `${length} ${original}`;
		let place = this.table.get(name);
		if (place === undefined) {
			place = this.originals.push(original) - 1;
			this.lengths.push(length);
			this.table.set(name, place);
		}
		this.heads.push(2 * (at - this.last) + kinds.other, place);
		this.last = at + length;
	}
}

function isCapital(character: string): boolean {
	return character >= 'A' && character <= 'Z' && character.length === 1;
}

function isNarrow(text: string): boolean {
	for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 255) return false;
	return true;
}
