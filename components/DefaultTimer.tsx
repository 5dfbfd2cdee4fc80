import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Network, Timer } from '@/lib/model';
import { ErasureNote } from './ErasureNote';
import { TimerChoice } from './TimerChoice';
import { useGoingNow, useOnceCounted } from './timer-desk';
import { timerRule } from './words/expiry';
import { networkName } from './words/networks';
import './TimerPicker.css';

interface DefaultTimerProps {
	/** The network whose chats it is for; absent for all. */
	network?: Network;
	/** `null` where a network has none of its own. */
	timer: Timer | null;
	/** What applies where a network has none. */
	defaultTimer?: Timer;
	onSet: (timer: Timer | null) => void;
}

/** The timer of chats without one of their own; a shorter one says what it deletes, and asks. */
export function DefaultTimer({ network, timer, defaultTimer, onSet }: DefaultTimerProps) {
	const [draft, setDraft] = useState<Timer | null | undefined>(timer);
	const isChanged = draft !== undefined && draft !== timer;
	const goingNow = useGoingNow(isChanged ? choiceOf(network, draft) : null);
	const set = useOnceCounted(goingNow, false, () => draft !== undefined && onSet(draft));
	const rule = draft ?? defaultTimer;

	return (
		<div class="default-timer">
			<TimerChoice
				label={
					network ? i18n.t('timer.ofNetwork', [networkName(network)]) : i18n.t('section.timer')
				}
				value={timer}
				{...(network && defaultTimer !== undefined && { defaultTimer })}
				onChange={setDraft}
			/>
			{isChanged && (
				<>
					{rule !== undefined && (
						<p class="timer-rule">
							{timerRule({
								timer: rule,
								timerFrom: network && draft !== null ? 'network' : 'default',
								chat: { network },
							})}
						</p>
					)}
					<ErasureNote count={goingNow} />
					<div class="timer-buttons">
						<button type="button" class={goingNow ? 'action action-erase' : 'action'} onClick={set}>
							{goingNow ? i18n.t('timer.setAndDelete') : i18n.t('timer.set')}
						</button>
					</div>
				</>
			)}
		</div>
	);
}

function choiceOf(network: Network | undefined, timer: Timer | null) {
	if (network) return { scope: 'network', network, timer } as const;
	return timer === null ? null : ({ scope: 'default', timer } as const);
}
