import { i18n } from '#i18n';
import { recentChanges } from '@/lib/inbox/timer-log';
import type { ChatRow, TimerChange } from '@/lib/model';
import { useTimerDesk } from '../timer-desk';
import { stampText } from '../words/days';
import { timerText } from '../words/durations';
import { networkName } from '../words/networks';
import { shownTitle } from '../words/titles';
import './TimerLog.css';

interface TimerLogProps {
	/** For the names of chats. */
	rows: readonly ChatRow[];
	now: number;
}

/** Which timers were changed lately, the last one first; the list forgets. */
export function TimerLog({ rows, now }: TimerLogProps) {
	const desk = useTimerDesk();
	const changes = desk ? recentChanges(desk.settings, now) : [];
	if (changes.length === 0) return null;
	const titles = new Map(rows.map(({ chat }) => [chat.key, shownTitle(chat.title)]));
	return (
		<section class="timer-log" aria-labelledby="timer-log-title">
			<h3 id="timer-log-title">{i18n.t('timerLog.title')}</h3>
			<p class="detail">{i18n.t('timerLog.detail')}</p>
			<ul>
				{changes.map((change) => (
					<li
						key={`${change.at} ${change.chatKey ?? change.network ?? ''}`}
						data-scope={change.scope}
					>
						<span class="timer-log-of">
							<bdi data-private={change.scope === 'chat'}>{nameOf(change, titles)}</bdi>
						</span>
						<span class="timer-log-to">{changeText(change)}</span>
						<span class="timer-log-at">{stampText(change.at, now)}</span>
					</li>
				))}
			</ul>
		</section>
	);
}

function changeText({ timer, clock }: TimerChange): string {
	const to = timer === null ? i18n.t('timerLog.back') : timerText(timer);
	if (clock === undefined) return to;
	return i18n.t(clock === 'read' ? 'timerLog.fromRead' : 'timerLog.fromSent', [to]);
}

function nameOf({ scope, chatKey, network }: TimerChange, titles: ReadonlyMap<string, string>) {
	if (scope === 'default') return i18n.t('timerLog.allChats');
	if (scope === 'network') return network ? networkName(network) : '';
	return (chatKey && titles.get(chatKey)) || i18n.t('timerLog.goneChat');
}
