import { i18n } from '#i18n';
import type { ChatRow, Clock, ShownMessage, Timer } from '@/lib/model';
import { IconButton } from './IconButton';
import type { MenuPoint } from './Menu';
import { MenuButton } from './MenuButton';
import { NetworkMark } from './NetworkMark';
import { TimerPill } from './TimerPill';
import { stampText } from './words/days';
import { networkName } from './words/networks';
import { shownTitle } from './words/titles';
import './ChatHeader.css';

interface ChatHeaderProps {
	row: ChatRow;
	defaultTimer: Timer;
	messages: readonly ShownMessage[];
	now: number;
	/** Absent where the list stands beside the chat. */
	onBack?: () => void;
	onSetTimer: (timer: Timer | null, clock?: Clock) => void;
	onMenu?: (point: MenuPoint) => void;
}

/** Who, where from and as of when, then how long it stays. */
export function ChatHeader(props: ChatHeaderProps) {
	const { row, defaultTimer, messages, now, onBack, onSetTimer, onMenu } = props;
	const { chat } = row;
	return (
		<header class="chat-header">
			{onBack && (
				<IconButton icon="back" label={i18n.t('header.back')} isMirrored onPress={onBack} />
			)}
			<div class="chat-names">
				<h2 class="chat-title" id="chat-title" tabIndex={-1} data-part="title">
					<bdi>{shownTitle(chat.title)}</bdi>
				</h2>
				<p class="chat-facts">
					<NetworkMark network={chat.network} />
					{networkName(chat.network)} · {i18n.t('chat.asOf', [stampText(chat.seenAt, now)])}
				</p>
			</div>
			<TimerPill
				key={chat.key}
				row={row}
				defaultTimer={defaultTimer}
				messages={messages}
				now={now}
				onSet={onSetTimer}
			/>
			{onMenu && <MenuButton class="icon-button chat-more" onMenu={onMenu} />}
		</header>
	);
}
