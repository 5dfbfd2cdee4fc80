import { i18n } from '#i18n';
import type { FoundRange } from '@/lib/inbox/search';
import type { ChatRow } from '@/lib/model';
import { Avatar } from './Avatar';
import { Icon } from './Icon';
import { MarkedText } from './MarkedText';
import { focusRow, moveFocus } from './move-focus';
import { rowExpiry } from './words/expiry';
import { listTime } from './words/moments';
import { countText } from './words/numbers';
import { previewWords } from './words/previews';
import { hasGapAtEnd, rowMoment, rowName } from './words/row-name';
import { shownTitle } from './words/titles';
import './ChatListRow.css';

interface ChatListRowProps {
	row: ChatRow;
	now: number;
	isOpen: boolean;
	/** Words of the name to mark, while searching. */
	titleRanges?: readonly FoundRange[];
	onOpen: (chatKey: string) => void;
}

/**
 * One chat: who, where from, whether new, how long it stays, in one glance and one name.
 * What is seen is hidden from assistive technology, which gets the name instead.
 */
export function ChatListRow({ row, now, isOpen, titleRanges = [], onOpen }: ChatListRowProps) {
	const { chat } = row;
	const title = shownTitle(chat.title);
	const isUnread = chat.unread !== null && chat.unread !== 0;
	const isBehind = hasGapAtEnd(row);
	const preview = previewWords(row);

	return (
		<button
			type="button"
			class={isUnread ? 'row row-unread' : 'row'}
			aria-current={isOpen ? 'true' : undefined}
			data-network={chat.network}
			data-unread={String(chat.unread ?? 'unknown')}
			data-muted={chat.muted === true}
			data-pinned={chat.pinned === true}
			data-timer={row.timer}
			data-timer-from={row.timerFrom}
			data-count={row.messageCount}
			data-gap={isBehind}
			onKeyDown={moveFocus}
			onClick={(event) => {
				focusRow(event);
				onOpen(chat.key);
			}}
		>
			<span class="visually-hidden">{rowName(row, now)}</span>
			<Avatar chatKey={chat.key} title={chat.title} network={chat.network} />
			<span class="row-main" aria-hidden="true">
				<span class="row-head">
					<span class="row-title" data-part="title">
						<bdi>
							<MarkedText text={title} ranges={titleRanges} />
						</bdi>
					</span>
					{chat.pinned === true && <Icon name="pinned" size={14} />}
					{chat.muted === true && <Icon name="muted" size={14} />}
					{chat.archived === true && <Icon name="archived" size={14} />}
					{isBehind && (
						<span class="row-gap" title={i18n.t('mark.gap')} data-part="gap">
							<Icon name="gap" size={14} />
						</span>
					)}
				</span>
				<span
					class={preview.isAbsent ? 'row-preview row-absent' : 'row-preview'}
					data-part="preview"
				>
					{preview.sender !== null && (
						<>
							<bdi>{i18n.t('preview.sender', [preview.sender])}</bdi>{' '}
						</>
					)}
					<bdi data-part="preview-text">{preview.text}</bdi>
				</span>
			</span>
			<span class="row-end" aria-hidden="true">
				<span class="row-time" data-part="time">
					{listTime(rowMoment(row), now)}
				</span>
				<span class="row-facts">
					<span class="row-expiry">
						<Icon name="timer" size={14} />
						<span data-part="expiry">{rowExpiry(row, now)}</span>
					</span>
					{isUnread && <UnreadBadge unread={chat.unread} />}
				</span>
			</span>
		</button>
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
