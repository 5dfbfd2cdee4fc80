import { browser } from 'wxt/browser';
import { matchesOf } from '@/lib/messaging/sender';
import type { Network } from '@/lib/model';

/** The match patterns of a network that the user allows now. */
export async function grantedMatches(network: Network): Promise<string[]> {
	const matches = matchesOf(network);
	const granted = await Promise.all(matches.map(isMatchGranted));
	return matches.filter((_, index) => granted[index]);
}

/** Whether pages of an origin may be read now, however the permission came. */
export function isOriginGranted(origin: string): Promise<boolean> {
	return isMatchGranted(`${origin}/*`);
}

function isMatchGranted(match: string): Promise<boolean> {
	return browser.permissions.contains({ origins: [match] });
}
