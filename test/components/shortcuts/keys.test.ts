import { describe, expect, it } from 'vitest';
import { matchesKey, type PressedKey } from '@/components/shortcuts/match-key';

const pressed = (key: string, rest: Partial<PressedKey> = {}): PressedKey => ({
	key,
	code: '',
	ctrlKey: false,
	metaKey: false,
	altKey: false,
	shiftKey: false,
	...rest,
});

describe('a pressed key', () => {
	it('is known by what is written on it, whatever is held for that', () => {
		expect(matchesKey('/', pressed('/'))).toBe(true);
		expect(matchesKey('/', pressed('/', { shiftKey: true, code: 'Digit7' }))).toBe(true);
		expect(matchesKey('?', pressed('?', { shiftKey: true }))).toBe(true);
		expect(matchesKey('?', pressed('/'))).toBe(false);
	});

	it('is a letter without Shift, and the same with Caps Lock', () => {
		expect(matchesKey('e', pressed('e'))).toBe(true);
		expect(matchesKey('e', pressed('E'))).toBe(true);
		expect(matchesKey('e', pressed('E', { shiftKey: true }))).toBe(false);
	});

	it('is found by its place where a keyboard writes no Latin letters, and only there', () => {
		expect(matchesKey('j', pressed('о', { code: 'KeyJ' }))).toBe(true);
		expect(matchesKey('y', pressed('z', { code: 'KeyY' }))).toBe(false);
		expect(matchesKey('z', pressed('z', { code: 'KeyY' }))).toBe(true);
	});

	it('belongs to the browser with Ctrl, Command or Alt, unless it is meant so', () => {
		expect(matchesKey('e', pressed('e', { ctrlKey: true }))).toBe(false);
		expect(matchesKey('e', pressed('e', { altKey: true }))).toBe(false);
		expect(matchesKey('Mod+k', pressed('k', { ctrlKey: true }))).toBe(true);
		expect(matchesKey('Mod+k', pressed('k', { metaKey: true }))).toBe(true);
		expect(matchesKey('Mod+k', pressed('k'))).toBe(false);
		expect(matchesKey('Mod+k', pressed('K', { ctrlKey: true, shiftKey: true }))).toBe(false);
	});

	it('has a name where it writes nothing', () => {
		expect(matchesKey('ArrowDown', pressed('ArrowDown'))).toBe(true);
		expect(matchesKey('ArrowDown', pressed('ArrowDown', { shiftKey: true }))).toBe(false);
	});
});
