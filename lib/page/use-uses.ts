import { useEffect } from 'preact/hooks';
import { noteUse } from '@/lib/unsealed/last-use';

/** Often enough for a lock that counts in minutes. */
const everyMs = 15_000;

const signs = ['pointerdown', 'keydown', 'wheel'] as const;

/** Notes when this page was last used, for a lock that closes when nobody is there. */
export function useUses(isWanted: boolean): void {
	useEffect(() => {
		if (!isWanted) return;
		let notedAt = Number.NEGATIVE_INFINITY;
		const note = (): void => {
			const now = Date.now();
			if (Math.abs(now - notedAt) < everyMs) return;
			notedAt = now;
			void noteUse(now);
		};
		note();
		for (const sign of signs) document.addEventListener(sign, note, { capture: true });
		return () => {
			for (const sign of signs) document.removeEventListener(sign, note, { capture: true });
		};
	}, [isWanted]);
}
