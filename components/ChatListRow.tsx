import { i18n } from '#i18n';
import type { ListedAccount } from '@/lib/inbox/accounts';
import { isMuted, isPinned, isUnread, unreadHere } from '@/lib/inbox/own-flags';
import type { FoundRange } from '@/lib/inbox/search';
import { rowMoment } from '@/lib/inbox/sort';
import type { ChatRow } from '@/lib/model';
import { Avatar } from './Avatar';
import { Countdown } from './expiry/Countdown';
import { Icon } from './Icon';
import { MarkedText } from './MarkedText';
import { MenuButton } from './MenuButton';
import { focusRow, moveFocus } from './move-focus';
import { pure } from './pure';
import { RowMarks } from './RowMarks';
import type { RowActions } from './row-actions';
import { type SwipeWay, useSwipe } from './use-swipe';
import { accountName } from './words/accounts';
import { leftText } from './words/durations';
import { timerAlone } from './words/expiry';
import { listTime } from './words/moments';
import { countText } from './words/numbers';
import { previewWords } from './words/previews';
import { hasGapAtEnd, rowName } from './words/row-name';
import { shownTitle } from './words/titles';
import './ChatListRow.css';

interface ChatListRowProps {
	row: ChatRow;
	now: number;
	isOpen: boolean;
	/** Words of the name to mark, while searching. */
	titleRanges?: readonly FoundRange[];
	/** `false`: arrow keys lead here, the tab key does not. */
	isTabStop?: boolean;
	/** Which account it is of, where its network has several. */
	account?: ListedAccount;
	/** Its account is known to be signed out: nothing new comes. */
	isSignedOut?: boolean;
	actions?: RowActions;
	onOpen: (chatKey: string) => void;
	/** It has the focus now. */
	onReach?: (chatKey: string) => void;
}

/**
 * One chat: who, where from, whether new, how long it stays, in one glance and one name.
 * What is seen is hidden from assistive technology, which gets the name instead.
 */
export const ChatListRow = pure((props: ChatListRowProps) => {
	const { row, now, isOpen, titleRanges = [], isTabStop = true, account, actions, onOpen } = props;
	const { chat } = row;
	const title = shownTitle(chat.title);
	const unread = unreadHere(chat, now);
	const isNews = isUnread(unread);
	const isBehind = hasGapAtEnd(row);
	const preview = previewWords(row);
	const isSelected = actions?.selected?.has(chat.key);
	const swipe = useSwipe(actions && ((way) => actions.onSwipe(chat.key, way)));
	const tabIndex = isTabStop ? 0 : -1;

	const onClick = (event: MouseEvent & { currentTarget: HTMLElement }) => {
		if (swipe.isSwiped()) return;
		focusRow(event);
		const isChoosing = actions && (actions.selected !== null || event.ctrlKey || event.metaKey);
		if (isChoosing) actions.onToggle(chat.key);
		else onOpen(chat.key);
	};
	const onContextMenu = (event: MouseEvent & { currentTarget: HTMLElement }) => {
		if (!actions) return;
		event.preventDefault();
		focusRow(event);
		// The key for menus has no pointer: the menu opens at the row then.
		const box = event.currentTarget.getBoundingClientRect();
		const isByKey = event.clientX === 0 && event.clientY === 0;
		actions.onMenu(
			chat.key,
			isByKey
				? { x: box.left + 68, y: box.top + box.height - 12 }
				: { x: event.clientX, y: event.clientY },
		);
	};

	return (
		<>
			{swipe.moved !== 0 && <SwipeGround moved={swipe.moved} way={swipe.way} />}
			<button
				type="button"
				class={isNews ? 'row row-unread' : 'row'}
				aria-current={isOpen ? 'true' : undefined}
				aria-pressed={isSelected}
				tabIndex={tabIndex}
				data-chat={chat.key}
				data-network={chat.network}
				data-unread={String(unread ?? 'unknown')}
				data-muted={isMuted(chat)}
				data-pinned={isPinned(chat)}
				data-timer={row.timer}
				data-timer-from={row.timerFrom}
				data-count={row.messageCount}
				data-gap={isBehind}
				style={swipe.moved === 0 ? undefined : { translate: `${swipe.moved}px 0` }}
				onKeyDown={actions ? undefined : moveFocus}
				onFocus={() => props.onReach?.(chat.key)}
				onClick={onClick}
				onContextMenu={onContextMenu}
				{...swipe.handlers}
			>
				<span class="visually-hidden">
					{rowName(row, now, account && accountName(account), props.isSignedOut)}
				</span>
				<Avatar
					chatKey={chat.key}
					title={chat.title}
					network={chat.network}
					isChosen={isSelected}
				/>
				<span class="row-main" aria-hidden="true">
					<span class="row-head">
						<bdi class="row-title" data-part="title">
							<MarkedText text={title} ranges={titleRanges} />
						</bdi>
						{account && (
							<span class="row-account" title={accountName(account)}>
								{countText(account.ordinal)}
							</span>
						)}
						<RowMarks row={row} now={now} isBehind={isBehind} isSignedOut={props.isSignedOut} />
					</span>
					<span
						class={preview.isAbsent ? 'row-preview row-absent' : 'row-preview'}
						data-part="preview"
					>
						{preview.sender !== null && <SenderOf name={preview.sender} />}
						<bdi class="row-words" data-part="preview-text">
							{preview.text}
						</bdi>
					</span>
				</span>
				<span class="row-end" aria-hidden="true">
					<span class="row-time" data-part="time">
						{listTime(rowMoment(row), now)}
					</span>
					<span class="row-facts">
						<span class="row-expiry">
							<Icon name="timer" size={14} />
							<span data-part="expiry">
								{row.nextExpiryAt === null ? (
									timerAlone(row)
								) : (
									<Countdown until={row.nextExpiryAt} now={now} text={leftText} />
								)}
							</span>
						</span>
						{isNews && <UnreadBadge unread={unread} />}
					</span>
				</span>
			</button>
			{actions && actions.selected === null && (
				<MenuButton
					class="row-more"
					label={i18n.t('act.menuOf', [title])}
					size={16}
					tabIndex={tabIndex}
					onMenu={(point) => actions.onMenu(chat.key, point)}
				/>
			)}
		</>
	);
});

/** Stands for a name in its message: of no script, and not among what a catalogue drops. */
const place = '\ufffc';

/** However long the name, what parts it from its words stays. */
function SenderOf({ name }: { name: string }) {
	const [before, after] = i18n.t('preview.sender', [place]).split(place);
	return (
		<span class="row-sender">
			{before}
			<bdi class="row-sender-name">{name}</bdi>
			{after}
		</span>
	);
}

function UnreadBadge({ unread }: { unread: number | true | null }) {
	if (typeof unread !== 'number') return <span class="badge badge-dot" data-part="unread" />;
	return (
		<span class="badge" data-part="unread">
			{unread > 999 ? `${countText(999)}+` : countText(unread)}
		</span>
	);
}

/** What letting go would do, on the ground under the row. */
function SwipeGround({ moved, way }: { moved: number; way: SwipeWay | null }) {
	return (
		<span
			class={`row-under${moved > 0 ? ' row-under-left' : ''}`}
			data-way={way}
			aria-hidden="true"
		>
			<Icon name={isTowardsEnd(moved) ? 'archived' : 'snoozed'} />
		</span>
	);
}

const isTowardsEnd = (moved: number): boolean =>
	moved > 0 !== (document.documentElement.dir === 'rtl');
