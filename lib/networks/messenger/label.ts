/**
 * A message's spoken label: time, sender and full text in one line ("At 16:15, Bea:
 * hello"), in the page's language. Never an anchor; read by its punctuation and by what
 * is already known of the row (en, id, vi, zh; 2026-07 to 2026-09).
 */
import { asciiDigits, cleanLabel } from '../dom';

export interface LabelReading {
	/** The words around the clock. */
	time: string;
	sender: string | null;
	/** How the label goes on after the sender: with the row's text, without it, or neither. */
	ending: 'text' | 'statement' | 'other' | 'none';
}

const maxSenderLength = 200;

/**
 * `text` is empty where the row has a text of which nothing is drawn, `null` where it has
 * none. `buttonLabel` is the other label of the same row: a name is trusted if both have it.
 */
export function readLabel(
	label: string,
	text: string | null,
	buttonLabel: string | null,
): LabelReading {
	const whole = plain(label);
	const { head, ending } = splitEnding(whole, text === null ? null : plain(text));
	const { time, rest } = splitTime(head);
	const isName = rest !== '' && rest.length <= maxSenderLength && !/^[\p{N}\p{P}\s]*$/u.test(rest);
	const isConfirmed = buttonLabel === null || plain(buttonLabel).includes(rest);
	return { time, sender: isName && isConfirmed ? rest : null, ending };
}

function splitEnding(
	label: string,
	text: string | null,
): { head: string; ending: LabelReading['ending'] } {
	if (text === null) return { head: label, ending: 'none' };
	if (text !== '' && label.endsWith(text)) {
		const before = label.slice(0, -text.length).trimEnd();
		const colon = /[:\uff1a]$/u;
		if (colon.test(before)) return { head: before.replace(colon, '').trimEnd(), ending: 'text' };
		// "At 16:15, Bea: not ok" is no sentence of its own because the text by now is "ok".
		if (senderColonIn(before) < 0) return { head: before, ending: 'statement' };
	}
	const at = senderColonIn(label);
	return { head: at < 0 ? label : label.slice(0, at), ending: text === '' ? 'none' : 'other' };
}

/** A clock's colon is followed by a digit, the sender's by a space or, full width, by anything. */
function senderColonIn(label: string): number {
	return label.search(/:(?=\s|$)|\uff1a/u);
}

/** The sender follows the last comma of any script that has a digit before it. */
function splitTime(head: string): { time: string; rest: string } {
	const label = head.replace(/[\s,\uff0c\u3001\u060c]+$/u, '');
	const commas = [...label.matchAll(/[,\uff0c\u3001\u060c]/gu)].map(({ index }) => index);
	const at = commas.findLast((index) => /\p{Nd}/u.test(label.slice(0, index)));
	if (at === undefined) return { time: label, rest: '' };
	const rest = label.slice(at + 1).trim();
	// "8:59 AM" after the last comma is a clock, not a name.
	const isClock = /^\D{0,12}\d{1,2}[:.\u066b]\d{2}(?!\d)\D{0,12}$/u.test(asciiDigits(rest));
	return isClock ? { time: label, rest: '' } : { time: label.slice(0, at).trim(), rest };
}

function plain(text: string): string {
	return cleanLabel(text.slice(0, 200_000)).replace(/\s+/gu, ' ');
}
