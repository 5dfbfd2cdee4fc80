import { expect, test } from 'vitest';
import { randomBytes } from '@/lib/vault/bytes';
import {
	checkRecoveryCode,
	createRecoveryCode,
	isSameRecoveryCode,
	printedCode,
	readRecoveryCode,
} from '@/lib/vault/recovery-code';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('a code is nine groups of four letters, none of which looks like another', () => {
	const codes = Array.from({ length: 50 }, createRecoveryCode);
	for (const code of codes)
		expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/u);
	expect(new Set(codes).size).toBe(codes.length);
});

test('its 160 bits come back, whatever they are and however it is typed', () => {
	for (const secret of [new Uint8Array(20), new Uint8Array(20).fill(255), randomBytes(20)]) {
		const code = printedCode(secret);
		const sloppy = ` ${code.toLowerCase().replaceAll('-', ' – ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
		expect(readRecoveryCode(code)).toEqual(secret);
		expect(readRecoveryCode(sloppy)).toEqual(secret);
		expect(isSameRecoveryCode(code, sloppy)).toBe(true);
	}
	expect(isSameRecoveryCode(createRecoveryCode(), createRecoveryCode())).toBe(false);
});

test('every wrong letter and every two neighbours that changed places are told', () => {
	const code = createRecoveryCode();
	for (const [at, letter] of [...code].entries()) {
		if (letter === '-') continue;
		for (const wrong of alphabet) {
			if (wrong === letter) continue;
			const slipped = code.slice(0, at) + wrong + code.slice(at + 1);
			expect(readRecoveryCode(slipped)).toBeNull();
		}
	}
	const letters = code.replaceAll('-', '');
	for (let at = 0; at + 1 < letters.length; at += 1) {
		const [one, next] = [letters[at] ?? '', letters[at + 1] ?? ''];
		if (one === next) continue;
		const swapped = letters.slice(0, at) + next + one + letters.slice(at + 2);
		expect(checkRecoveryCode(swapped)).toBe('mistyped');
	}
});

test('while it is typed it is incomplete, not wrong, until it is', () => {
	const code = createRecoveryCode();
	for (const length of [0, 1, 17, code.length - 1])
		expect(checkRecoveryCode(code.slice(0, length))).toBe('incomplete');
	expect(checkRecoveryCode(code)).toBe('complete');
	expect(checkRecoveryCode('U')).toBe('mistyped');
	expect(checkRecoveryCode(`${code}0`)).toBe('mistyped');
});
