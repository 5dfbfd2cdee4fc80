import type { GoingRow } from '@/lib/inbox/going-next';
import { Icon } from '../Icon';
import { comingTime } from '../words/coming-days';
import { leftText } from '../words/durations';
import { goesText, timerSource } from '../words/expiry';
import { networkName } from '../words/networks';
import { joinParts } from '../words/numbers';
import { ChatLine } from './ChatLine';
import { Countdown } from './Countdown';

interface GoingLineProps {
	row: GoingRow;
	now: number;
	onOpen: (chatKey: string) => void;
}

/** A chat, when its next message goes, and whose timer says so. */
export function GoingLine({ row, now, onOpen }: GoingLineProps) {
	const spoken = joinParts([
		networkName(row.chat.network),
		goesText(row.nextExpiryAt - now),
		comingTime(row.nextExpiryAt),
		timerSource(row),
	]);
	return (
		<ChatLine row={row} spoken={spoken} onOpen={onOpen}>
			<span class="chat-line-when" data-part="left">
				<Icon name="timer" size={14} />
				<Countdown until={row.nextExpiryAt} now={now} text={leftText} />
			</span>
			<span class="chat-line-at">{comingTime(row.nextExpiryAt)}</span>
		</ChatLine>
	);
}
