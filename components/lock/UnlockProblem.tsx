import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type UnlockFailure, unlockFailureText } from './lock-words';

interface UnlockProblemProps {
	id: string;
	failure: UnlockFailure | null;
	nextTryAt: number | null;
}

/** Why it did not open, and how long to wait after too many tries. */
export function UnlockProblem({ id, failure, nextTryAt }: UnlockProblemProps) {
	const left = useSecondsUntil(nextTryAt);
	const minutes = Math.ceil(left / 60);
	return (
		<div class="lock-problem" id={id} role="status" data-failure={failure ?? undefined}>
			{failure !== null && failure !== 'too-soon' && <p>{unlockFailureText(failure)}</p>}
			{left > 0 && (
				// The seconds are for the eye: read aloud each would be noise.
				<p data-part="delay" aria-live="off">
					{left > 90
						? i18n.t('lock.tooSoonMinutes', minutes, [String(minutes)])
						: i18n.t('lock.tooSoonSeconds', left, [String(left)])}
				</p>
			)}
		</div>
	);
}

/** Counts down while there is something to wait for. */
function useSecondsUntil(at: number | null): number {
	const [now, setNow] = useState(() => Date.now());
	const isAhead = at !== null && at > now;
	useEffect(() => {
		setNow(Date.now());
		if (at === null) return;
		const timer = setInterval(() => setNow(Date.now()), 1_000);
		return () => clearInterval(timer);
	}, [at]);
	return isAhead ? Math.ceil((at - now) / 1_000) : 0;
}
