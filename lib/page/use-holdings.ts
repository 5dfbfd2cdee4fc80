import type { Network } from '@/lib/model';
import type { Holding, Store } from '@/lib/store/store';
import { useLive } from './use-live';

/** How much of each network is stored, live while it is shown; `null` until first counted. */
export function useHoldings(
	store: Store | null,
	isShown: boolean,
): ReadonlyMap<Network, Holding> | null {
	return useLive(isShown ? store : null, (opened) => opened.holdings(), []).value;
}
