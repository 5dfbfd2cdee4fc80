import { useEffect, useMemo, useState } from 'preact/hooks';
import type { CatchUpProgress } from '@/lib/messaging';
import { type Network, networks } from '@/lib/model';
import { type CatchUps, loadCatchUps, watchCatchUps } from '@/lib/unsealed/catch-ups';
import { shownCatchUp } from './shown-catch-up';
import { useFollowed } from './use-followed';

const none: CatchUps = {};

/** How the catch-ups go that run, and for a while how those went that ended. */
export function useCatchUps(): Partial<Record<Network, CatchUpProgress>> {
	const told = useFollowed(watchCatchUps, loadCatchUps, []).value ?? none;
	const [now, setNow] = useState(() => Date.now());

	const shown = useMemo(() => {
		const at = Math.max(now, Date.now());
		return networks.flatMap((network) => {
			const catchUp = told[network];
			return catchUp ? [{ network, ...shownCatchUp(catchUp, at) }] : [];
		});
	}, [told, now]);

	const nextAt = Math.min(...shown.map(({ untilAt }) => untilAt ?? Number.POSITIVE_INFINITY));
	useEffect(() => {
		if (!Number.isFinite(nextAt)) return;
		const timer = setTimeout(() => setNow(Date.now()), Math.max(0, nextAt - Date.now()));
		return () => clearTimeout(timer);
	}, [nextAt, now]);

	return useMemo(
		() =>
			Object.fromEntries(
				shown.flatMap(({ network, progress }) => (progress ? [[network, progress]] : [])),
			),
		[shown],
	);
}
