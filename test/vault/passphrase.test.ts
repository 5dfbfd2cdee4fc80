import { argon2Sync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { argon2Of, hashPassphrase } from '@/lib/vault/argon2';
import { leastCost } from '@/lib/vault/argon2-cost';
import { fromBase64url, toBase64url } from '@/lib/vault/base64url';
import { encodeText, randomBytes } from '@/lib/vault/bytes';
import { costFor, isBehind } from '@/lib/vault/passphrase-cost';
import { toHex } from './hex';

/** Node's own, through OpenSSL: another implementation than the one that ships. */
function independently(
	message: Uint8Array,
	nonce: Uint8Array,
	{ memoryKib, passes, lanes }: typeof leastCost,
	more: { secret?: Uint8Array; associatedData?: Uint8Array } = {},
): string {
	return argon2Sync('argon2id', {
		message,
		nonce,
		memory: memoryKib,
		passes,
		parallelism: lanes,
		tagLength: 32,
		...more,
	}).toString('hex');
}

describe('Argon2id', () => {
	test('is what RFC 9106, section 5.3, publishes, by Node; and ours is what Node makes', {
		timeout: 60_000,
	}, async () => {
		const filled = (value: number, length: number) => new Uint8Array(length).fill(value);
		const cost = { memoryKib: 32, passes: 3, lanes: 4 };
		const [password, salt, secret] = [filled(1, 32), filled(2, 16), filled(3, 8)];
		// The published answer has associated data, which the one that ships never uses.
		const published = independently(password, salt, cost, {
			secret,
			associatedData: filled(4, 12),
		});
		expect(published).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
		expect(toHex(await argon2Of({ password, salt, secret, cost }))).toBe(
			independently(password, salt, cost, { secret }),
		);
		for (const one of [
			{ memoryKib: 8, passes: 1, lanes: 1 },
			{ memoryKib: 1_024, passes: 5, lanes: 2 },
			leastCost,
			{ ...leastCost, memoryKib: 131_072 },
		]) {
			const [words, nonce] = [encodeText('seven geese on a frozen canal'), randomBytes(16)];
			expect(toHex(await argon2Of({ password: words, salt: nonce, cost: one }))).toBe(
				independently(words, nonce, one),
			);
		}
	});

	test('takes a passphrase in whatever form a keyboard gives it', async () => {
		const argon2 = { memoryKib: 8, passes: 1, lanes: 1, salt: toBase64url(randomBytes(16)) };
		const composed = await hashPassphrase('Köln', argon2);
		expect(await hashPassphrase('Ko\u0308ln', argon2)).toEqual(composed);
		expect(toHex(composed)).toBe(
			independently(encodeText('Köln'), fromBase64url(argon2.salt), argon2),
		);
	});
});

describe('what a guess costs', () => {
	test('takes between half a second and one, and is never less than 64 MiB and three passes', () => {
		for (const leastTookMs of [5, 30, 80, 150, 200, 270, 400, 499, 500, 900, 5_000]) {
			const cost = costFor(leastTookMs);
			const factor = (cost.memoryKib * cost.passes) / (leastCost.memoryKib * leastCost.passes);
			const tookMs = leastTookMs * factor;
			expect(cost.memoryKib).toBeGreaterThanOrEqual(65_536);
			expect(cost.passes).toBeGreaterThanOrEqual(3);
			if (leastTookMs >= 500) expect(cost).toEqual(leastCost);
			else if (leastTookMs >= 30) {
				expect(tookMs).toBeGreaterThanOrEqual(500);
				expect(tookMs).toBeLessThanOrEqual(1_000);
			}
			expect(isBehind(cost, Math.max(tookMs, 250))).toBe(false);
		}
	});

	test('is raised where a machine has become twice as quick, or where it was too little', () => {
		expect(isBehind(leastCost, 249)).toBe(true);
		expect(isBehind(leastCost, 250)).toBe(false);
		expect(isBehind({ ...leastCost, passes: 2 }, 900)).toBe(true);
		expect(isBehind({ ...leastCost, memoryKib: 19_456 }, 900)).toBe(true);
	});
});
