import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ChatRow, Network, ShownMessage, Timer } from '@/lib/model';
import { ChatHeader } from './ChatHeader';
import type { MenuPoint } from './chat-actions/ChatMenu';
import { EmptyState } from './EmptyState';
import { Icon } from './Icon';
import { MessageList } from './MessageList';
import { dueText } from './words/durations';
import { networkName } from './words/networks';
import './ChatPane.css';

/** What is loaded of the open chat. */
export interface ChatState {
	/** Oldest first. */
	messages: readonly ShownMessage[];
	hasOlder: boolean;
	isLoading: boolean;
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
	onSetTimer: (chatKey: string, timer: Timer | null) => void;
	onOpenNetwork: (network: Network) => void;
	onMenu?: (point: MenuPoint) => void;
}

/** How near to its end a list still counts as being at its end. */
const nearEnd = 40;

/** One chat: its header, its messages from the newest up, and what goes next. */
export function ChatPane(props: ChatPaneProps) {
	const { row, chat, now, foundKey } = props;
	const { messages, hasOlder, isLoading } = chat;
	const scroller = useRef<HTMLElement>(null);
	const position = useRef({ isAtEnd: true, fromEnd: 0, oldest: '', found: '' });
	const oldest = messages[0]?.key ?? '';

	useEffect(() => {
		scroller.current?.closest('.chat-pane')?.querySelector<HTMLElement>('h2')?.focus();
	}, [row.chat.key]);

	// New messages keep the end in view. Elsewhere browsers keep what is seen in place by
	// themselves, except at the very top, where older ones come in.
	useLayoutEffect(() => {
		const element = scroller.current;
		if (!element || messages.length === 0) return;
		const last = position.current;
		const found = foundKey === null ? null : element.querySelector('.message-found');
		if (found && last.found !== foundKey) {
			found.scrollIntoView({ block: 'center' });
			last.found = foundKey ?? '';
			last.isAtEnd = false;
		} else if (last.isAtEnd) {
			element.scrollTop = element.scrollHeight;
		} else if (last.oldest !== oldest && element.scrollTop === 0) {
			element.scrollTop = element.scrollHeight - last.fromEnd;
		}
		last.oldest = oldest;
	}, [messages, oldest, foundKey]);

	const onScroll = ({ currentTarget: element }: { currentTarget: HTMLElement }) => {
		const fromEnd = element.scrollHeight - element.scrollTop;
		position.current.fromEnd = fromEnd;
		position.current.isAtEnd = fromEnd - element.clientHeight < nearEnd;
		if (element.scrollTop < 200 && hasOlder && !isLoading) props.onOlder();
	};

	return (
		<section class="chat-pane" aria-labelledby="chat-title" data-network={row.chat.network}>
			<ChatHeader
				row={row}
				defaultTimer={props.defaultTimer}
				messages={messages}
				now={now}
				onBack={props.onBack}
				onMenu={props.onMenu}
				onSetTimer={(timer) => props.onSetTimer(row.chat.key, timer)}
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
						onOpenNetwork={props.onOpenNetwork}
					/>
				)}
			</section>
			<NextToGo row={row} now={now} />
		</section>
	);
}

function NextToGo({ row, now }: { row: ChatRow; now: number }) {
	if (row.messageCount === 0) return null;
	return (
		<p class="chat-next" data-part="next">
			<Icon name="timer" size={14} />
			{row.nextExpiryAt === null
				? i18n.t('expiry.staysForever')
				: i18n.t('expiry.nextGoes', [dueText(row.nextExpiryAt - now)])}
		</p>
	);
}
