import type { Bytes } from '@/lib/vault/bytes';

export function isSameBytes(one: Bytes, other: Bytes): boolean {
	if (one.length !== other.length) return false;
	for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
	return true;
}
