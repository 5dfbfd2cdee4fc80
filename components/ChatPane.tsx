import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ChatRow, Network, ShownMessage, Spot, Timer } from '@/lib/model';
import { ChatHeader } from './ChatHeader';
import { EmptyState } from './EmptyState';
import { Countdown } from './expiry/Countdown';
import { Icon } from './Icon';
import { IconButton } from './IconButton';
import type { MenuPoint } from './Menu';
import { MessageList } from './MessageList';
import type { SetTimer } from './timer-desk';
import { type ChatStart, useChatScroll } from './use-chat-scroll';
import { goesText } from './words/expiry';
import { networkName } from './words/networks';
import './ChatPane.css';

/** What is loaded of the open chat: a stretch of it, from wherever it is read. */
export interface ChatState {
	/** Oldest first. */
	messages: readonly ShownMessage[];
	hasOlder: boolean;
	hasNewer: boolean;
	isLoading: boolean;
	/** Where it is shown first. */
	start: ChatStart;
}

export interface ChatPaneProps {
	row: ChatRow;
	chat: ChatState;
	defaultTimer: Timer;
	now: number;
	/** A found message to show instead of the newest. */
	foundKey: string | null;
	onBack?: () => void;
	onOlder: () => void;
	onNewer: () => void;
	/** Goes to the newest messages, which may not be loaded. */
	onEnd: () => void;
	/** Tells which message is at the top, `null` at the end. */
	onLeave?: (left: Spot | null) => void;
	onSetTimer: SetTimer;
	onMessageMenu?: (message: ShownMessage, point: MenuPoint) => void;
	onOpenNetwork: (network: Network) => void;
	onMenu?: (point: MenuPoint) => void;
}

/** One chat: its header, its messages from where it is read, and what goes next. */
export function ChatPane(props: ChatPaneProps) {
	const { row, chat, now, foundKey } = props;
	const { messages, hasOlder, hasNewer, isLoading, start } = chat;
	const scroller = useRef<HTMLElement>(null);
	const { onScroll, isAtEnd } = useChatScroll(scroller, chat, props);

	useEffect(() => {
		scroller.current?.closest('.chat-pane')?.querySelector<HTMLElement>('h2')?.focus();
	}, [row.chat.key]);

	return (
		<section class="chat-pane" aria-labelledby="chat-title" data-network={row.chat.network}>
			<ChatHeader
				row={row}
				defaultTimer={props.defaultTimer}
				messages={messages}
				now={now}
				onBack={props.onBack}
				onMenu={props.onMenu}
				onSetTimer={(...chosen) => props.onSetTimer(row.chat.key, ...chosen)}
			/>
			{/* Focusable, so that the keyboard alone can scroll it. */}
			<section
				class="chat-scroller"
				ref={scroller}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller without controls needs it
				tabIndex={0}
				aria-label={i18n.t('chat.messages')}
				data-part="messages"
				data-count={row.messageCount}
				onScroll={onScroll}
			>
				{hasOlder && (
					<button
						type="button"
						class="text-action chat-older"
						disabled={isLoading}
						onClick={props.onOlder}
					>
						{isLoading ? i18n.t('chat.loadingOlder') : i18n.t('chat.older')}
					</button>
				)}
				{messages.length === 0 && !isLoading ? (
					<EmptyState
						title={i18n.t('chat.empty')}
						detail={i18n.t('chat.emptyDetail', [networkName(row.chat.network)])}
					>
						<button
							type="button"
							class="action"
							onClick={() => props.onOpenNetwork(row.chat.network)}
						>
							{i18n.t('chat.openThere', [networkName(row.chat.network)])}
						</button>
					</EmptyState>
				) : (
					<MessageList
						chat={row.chat}
						messages={messages}
						now={now}
						foundKey={foundKey}
						unreadKey={start.at === 'unread' ? start.key : null}
						hasNewer={hasNewer}
						onOpenNetwork={props.onOpenNetwork}
						onMessageMenu={props.onMessageMenu}
					/>
				)}
			</section>
			{messages.length > 0 && (hasNewer || !isAtEnd) && (
				<IconButton
					class="chat-to-end"
					icon="down"
					label={i18n.t('chat.toEnd')}
					onPress={props.onEnd}
				/>
			)}
			<NextToGo row={row} now={now} />
		</section>
	);
}

function NextToGo({ row, now }: { row: ChatRow; now: number }) {
	if (row.messageCount === 0) return null;
	return (
		<p class="chat-next" data-part="next">
			<Icon name="timer" size={14} />
			{row.nextExpiryAt === null ? (
				i18n.t('expiry.staysForever')
			) : (
				<Countdown until={row.nextExpiryAt} now={now} text={goesText} />
			)}
		</p>
	);
}
