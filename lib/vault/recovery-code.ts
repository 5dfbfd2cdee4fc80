import { type Bytes, randomBytes } from './bytes';

/** Crockford's base 32: no letter that is taken for a digit or for another letter. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretLength = 20;
/** 160 bits in groups of four letters, and one more group that tells slips of the pen. */
const secretLetters = 32;
const checkLetters = 4;
const groupLength = 4;

export type RecoveryCodeState = 'complete' | 'incomplete' | 'mistyped';

/** A new code of 160 random bits, as it is shown and printed. */
export function createRecoveryCode(): string {
	return printedCode(randomBytes(secretLength));
}

export function printedCode(secret: Bytes): string {
	const letters = lettersOf(secret);
	const whole = letters + checkOf(letters);
	return (whole.match(new RegExp(`.{${groupLength}}`, 'gu')) ?? []).join('-');
}

/** How far a code is typed, whatever its spaces, case, and letters that look like digits. */
export function checkRecoveryCode(typed: string): RecoveryCodeState {
	const letters = cleanLetters(typed);
	if ([...letters].some((letter) => !alphabet.includes(letter))) return 'mistyped';
	if (letters.length < secretLetters + checkLetters) return 'incomplete';
	return isWhole(letters) ? 'complete' : 'mistyped';
}

export function isSameRecoveryCode(one: string, other: string): boolean {
	return checkRecoveryCode(one) === 'complete' && cleanLetters(one) === cleanLetters(other);
}

/** The 160 bits of a code, `null` if it was mistyped or is not complete. */
export function readRecoveryCode(typed: string): Bytes | null {
	if (checkRecoveryCode(typed) !== 'complete') return null;
	const secret = new Uint8Array(secretLength);
	let bits = 0;
	let count = 0;
	let at = 0;
	for (const letter of cleanLetters(typed).slice(0, secretLetters)) {
		bits = (bits << 5) | alphabet.indexOf(letter);
		count += 5;
		if (count < 8) continue;
		count -= 8;
		secret[at] = (bits >> count) & 0xff;
		bits &= (1 << count) - 1;
		at += 1;
	}
	return secret;
}

function cleanLetters(typed: string): string {
	return typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s\p{Pd}_.]/gu, '')
		.replaceAll('O', '0')
		.replace(/[IL]/gu, '1');
}

function isWhole(letters: string): boolean {
	return (
		letters.length === secretLetters + checkLetters &&
		checkOf(letters.slice(0, secretLetters)) === letters.slice(secretLetters)
	);
}

function lettersOf(secret: Bytes): string {
	let letters = '';
	let bits = 0;
	let count = 0;
	for (const byte of secret) {
		bits = (bits << 8) | byte;
		count += 8;
		while (count >= 5) {
			count -= 5;
			letters += alphabet[(bits >> count) & 31];
			bits &= (1 << count) - 1;
		}
	}
	return letters;
}

/**
 * A polynomial over the letters modulo the largest prime below 2^20: every wrong letter, and
 * every two that changed places, are told; anything else in all but one of a million cases.
 */
function checkOf(letters: string): string {
	const prime = 1_048_573;
	let sum = 1;
	for (const letter of letters) sum = (sum * 37 + alphabet.indexOf(letter)) % prime;
	return [15, 10, 5, 0].map((shift) => alphabet[(sum >> shift) & 31]).join('');
}
