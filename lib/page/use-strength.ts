import { useCallback, useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { loadStrength, type Strength } from '@/lib/strength/load-strength';

type Estimate = (passphrase: string) => Strength;

/** Weighs a passphrase; the words to compare it with are loaded once somebody may type one. */
export function useStrength(isWanted: boolean): (passphrase: string) => Strength['score'] | null {
	const [estimate, setEstimate] = useState<Estimate | null>(null);

	useEffect(() => {
		if (!isWanted) return;
		let isCurrent = true;
		loadStrength(i18n.t('language')).then(
			(loaded) => {
				if (isCurrent) setEstimate(() => loaded);
			},
			(error: unknown) => console.error(error),
		);
		return () => {
			isCurrent = false;
		};
	}, [isWanted]);

	return useCallback(
		(passphrase) => (estimate === null || passphrase === '' ? null : estimate(passphrase).score),
		[estimate],
	);
}
