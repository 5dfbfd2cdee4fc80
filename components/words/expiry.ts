import { i18n } from '#i18n';
import { bucketWidthMs } from '@/lib/inbox/bucket-width';
import type { TimedChat } from '@/lib/inbox/resolve-timer';
import type { ChatRow } from '@/lib/model';
import { dueText, timerText } from './durations';
import { networkName } from './networks';

/** At the end of a row of which nothing is to go: the timer. */
export function timerAlone({ timer }: Pick<ChatRow, 'timer'>): string {
	return timer === 'off' ? i18n.t('expiry.off') : timerText(timer);
}

/** "next message goes in 2 days". */
export const goesText = (leftMs: number): string => i18n.t('expiry.nextGoes', [dueText(leftMs)]);

/** What is left of the next message to go, else the timer, as a sentence. */
export function spokenExpiry(row: ChatRow, now: number): string {
	if (row.nextExpiryAt !== null) return goesText(row.nextExpiryAt - now);
	return row.timer === 'off'
		? i18n.t('expiry.staysForever')
		: i18n.t('expiry.timerIs', [timerText(row.timer)]);
}

/** A rule, with the chat or the network that it is for. */
type Rule = Pick<ChatRow, 'timer' | 'timerFrom'> & {
	chat: Pick<TimedChat, 'network' | 'clock'>;
};

const becauseKeys = {
	chat: 'timer.becauseChat',
	network: 'timer.becauseNetwork',
	default: 'timer.becauseDefault',
	theirs: 'timer.becauseTheirs',
} as const;

/** "1 week, from WhatsApp’s default": what applies now, and why. */
export function timerSource({ timer, timerFrom, chat }: Rule): string {
	const source = i18n.t(becauseKeys[timerFrom], { timer: timerText(timer), name: nameOf(chat) });
	return isFromReading({ timer, timerFrom, chat }) ? i18n.t('timer.sinceRead', [source]) : source;
}

/** The network's own timer runs from sending, whatever the chat's clock. */
const isFromReading = ({ timer, timerFrom, chat }: Rule): boolean =>
	chat.clock === 'read' && timer !== 'off' && timerFrom !== 'theirs';

function nameOf({ network }: Rule['chat']): string {
	return network ? networkName(network) : '';
}

const sourceKeys = {
	chat: 'timer.fromChat',
	network: 'timer.fromNetwork',
	default: 'timer.fromDefault',
	theirs: 'timer.fromTheirs',
} as const;

/** Which rule decides, and what it does. */
export function timerRule(row: Rule): string {
	const source = i18n.t(sourceKeys[row.timerFrom], [nameOf(row.chat)]);
	const effect =
		row.timer === 'off'
			? i18n.t('timer.effectOff')
			: `${i18n.t(isFromReading(row) ? 'timer.effectRead' : 'timer.effect', [timerText(row.timer)])} ${i18n.t('timer.effaced', [timerText(bucketWidthMs(row.timer))])}`;
	return `${source} ${effect}`;
}
