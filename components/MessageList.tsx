import { Fragment } from 'preact';
import { useCallback, useContext, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { isNewestUnseen } from '@/lib/inbox/read-to';
import type { Chat, Network, ShownMessage } from '@/lib/model';
import { copiedMessages } from './copied-messages';
import { GapLine } from './GapLine';
import { groupMessages, type MessageRun } from './group-messages';
import { LostDaysContext } from './lock/lost-days';
import type { MenuPoint } from './Menu';
import { MessageItem } from './MessageItem';
import { senderKey } from './sender-key';
import { longDay } from './words/days';
import { gapText } from './words/gaps';
import { networkName } from './words/networks';
import './MessageList.css';

interface MessageListProps {
	chat: Chat;
	/** Oldest first. */
	messages: readonly ShownMessage[];
	now: number;
	foundKey: string | null;
	/** The first that was unread when the chat was opened. */
	unreadKey?: string | null;
	/** Newer ones are kept and not loaded: the end is not here. */
	hasNewer?: boolean;
	onOpenNetwork: (network: Network) => void;
	onMessageMenu?: ((message: ShownMessage, point: MenuPoint) => void) | undefined;
}

/** Messages under the headings of their days, in runs of one sender. */
export function MessageList(props: MessageListProps) {
	const { chat, messages, now, foundKey, unreadKey, hasNewer = false, onOpenNetwork } = props;
	const latest = useRef(onOpenNetwork);
	latest.current = onOpenNetwork;
	const openNetwork = useCallback((network: Network) => latest.current(network), []);
	const latestMenu = useRef(props.onMessageMenu);
	latestMenu.current = props.onMessageMenu;
	const openMenu = useCallback(
		(message: ShownMessage, point: MenuPoint) => latestMenu.current?.(message, point),
		[],
	);
	const senderOf = (message: ShownMessage): string => {
		if (message.side === 'mine') return i18n.t('side.you');
		if (message.side === 'unknown') return message.sender ?? i18n.t('side.unknown');
		return message.sender ?? chat.title;
	};
	const lostDays = useContext(LostDaysContext);
	const gapBefore = ({ before, messages: [first] }: MessageRun) => (
		<GapLine>{gapText(lostDays, before?.sentAt, first.sentAt)}</GapLine>
	);
	const isAmongSeveral = chat.group ?? countSenders(messages) > 1;
	/** Said where the side does not say it: in groups, and where the side is not known. */
	const isSaid = (message: ShownMessage): boolean =>
		message.side === 'unknown' ||
		(message.side === 'theirs' && message.sender !== null && isAmongSeveral);

	const onCopy = (event: ClipboardEvent & { currentTarget: HTMLElement }) => {
		const selection = getSelection();
		if (!selection || selection.rangeCount === 0 || !event.clipboardData) return;
		const range = selection.getRangeAt(0);
		const text = copiedMessages(range, messages, event.currentTarget, senderOf);
		if (text === null) return;
		event.clipboardData.setData('text/plain', text);
		event.preventDefault();
	};

	return (
		<div class="messages" onCopy={onCopy}>
			{groupMessages(messages).map(({ day, key, runs }) => (
				<section class="day" key={key}>
					{runs[0]?.isAfterGap && gapBefore(runs[0])}
					<h3 class="day-heading">
						{day === null ? i18n.t('chat.unknownDay') : longDay(day, now)}
					</h3>
					{runs.map((run, place) => (
						<Fragment key={run.messages[0].key}>
							{place > 0 && run.isAfterGap && gapBefore(run)}
							<ol class="run">
								{run.messages.map((message, index) => (
									<MessageItem
										key={message.key}
										isFirstUnread={message.key === unreadKey}
										message={message}
										network={chat.network}
										onOpenNetwork={openNetwork}
										onMenu={props.onMessageMenu && openMenu}
										now={now}
										sender={senderOf(message)}
										isSenderShown={index === 0 && isSaid(message)}
										isFound={message.key === foundKey}
									/>
								))}
							</ol>
						</Fragment>
					))}
				</section>
			))}
			{!hasNewer && isNewestUnseen(chat) && (
				<GapLine>
					{i18n.t('gap.after', [networkName(chat.network)])}{' '}
					<button type="button" class="text-action" onClick={() => onOpenNetwork(chat.network)}>
						{i18n.t('chat.openThere', [networkName(chat.network)])}
					</button>
				</GapLine>
			)}
		</div>
	);
}

/**
 * The others who wrote here, for a chat that may be a group. Not compared with its title:
 * pages call one person by a full name there and by a first name here (Messenger, 2026-09).
 */
function countSenders(messages: readonly ShownMessage[]): number {
	const theirs = messages.filter(({ side, sender }) => side === 'theirs' && sender !== null);
	return new Set(theirs.map(({ sender }) => senderKey(sender))).size;
}
