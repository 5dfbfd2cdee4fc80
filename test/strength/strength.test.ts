import { expect, test, vi } from 'vitest';
import { loadStrength } from '@/lib/strength/load-strength';

vi.setConfig({ testTimeout: 60_000 });

test('what many people choose is weak, in their own language too; five words by chance are strong', async () => {
	const [english, german] = [await loadStrength('en'), await loadStrength('de')];
	for (const weak of ['password', '123456', 'qwertz1', 'letmein!', 'Passwort1', 'iloveyou2'])
		expect([weak, german(weak).score <= 1]).toEqual([weak, true]);
	expect(german('schmetterling').score).toBeLessThan(english('schmetterling').score);
	expect(german('Seestern Kabel Ofen Wolke Nagel').score).toBe(4);
	expect(english('gravel lamp orbit mango thirst').score).toBe(4);
});

test('no rule asks for signs: length counts', async () => {
	const strength = await loadStrength('en');
	expect(strength('tumbledry harbour violet').score).toBeGreaterThan(strength('T1!a').score);
	expect(strength('').score).toBe(0);
	expect(strength('ab'.repeat(5_000)).score).toBeLessThan(4);
});
