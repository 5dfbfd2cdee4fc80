import { i18n } from '#i18n';
import type { Network, ShownMessage } from '@/lib/model';
import { FoldedText } from './FoldedText';
import { Icon } from './Icon';
import { MediaPlaceholder } from './MediaPlaceholder';
import type { MenuPoint } from './Menu';
import { MenuButton } from './MenuButton';
import { pure } from './pure';
import { bubbleTime, spokenTime } from './words/moments';

/** Three lines of it are seen; the whole may be 120,000 characters. */
const longestQuote = 2_000;

interface MessageItemProps {
	message: ShownMessage;
	network: Network;
	now: number;
	/** Shown above the first of a run; read out before each. */
	sender: string;
	isSenderShown: boolean;
	isFound: boolean;
	/** The same at each drawing, else all are drawn anew. */
	onOpenNetwork: (network: Network) => void;
	onMenu?: ((message: ShownMessage, point: MenuPoint) => void) | undefined;
	/** New ones begin here. */
	isFirstUnread: boolean;
}

/**
 * One message in a bubble on its sender's side; system rows stand in the middle, bare.
 * Hundreds are drawn at once: one that stayed the same is not drawn anew.
 */
export const MessageItem = pure((props: MessageItemProps) => {
	const { message, network, sender, isSenderShown, isFound, isFirstUnread } = props;
	const side = message.kind === 'system' ? 'system' : message.side;
	const isDeleted = message.deleted || message.kind === 'deleted';

	return (
		<li
			class={`message message-${side}${isFound ? ' message-found' : ''}`}
			data-message={message.key}
			data-kind={message.kind}
			data-side={message.side}
			data-precision={message.sentAt.precision}
			data-deleted={message.deleted}
			data-edited={message.edited}
			data-kept={message.kept === true}
		>
			{isFirstUnread && (
				<p class="unread-line" data-part="unread-line">
					{i18n.t('chat.new')}
				</p>
			)}
			<div class="bubble">
				{message.kind !== 'system' && (
					<p class={isSenderShown ? 'message-sender' : 'visually-hidden'} data-part="sender">
						<bdi>{sender}</bdi>
					</p>
				)}
				{!isDeleted && <Quote message={message} />}
				{!isDeleted && (
					<MediaPlaceholder kind={message.kind} network={network} onOpen={props.onOpenNetwork} />
				)}
				<div class="message-line">
					{isDeleted ? <Deleted /> : message.text && <FoldedText text={message.text} />}
					{message.truncated && <p class="message-note">{i18n.t('message.cut')}</p>}
					<Facts message={message} now={props.now} />
				</div>
				{props.onMenu && message.kind !== 'system' && (
					<MenuButton
						class="icon-button message-more"
						size={16}
						label={i18n.t('message.more')}
						onMenu={(point) => props.onMenu?.(message, point)}
					/>
				)}
			</div>
			<Reactions reactions={message.reactions} />
		</li>
	);
});

function Quote({ message: { quote: text, quoteOf } }: { message: ShownMessage }) {
	if (text === null && quoteOf !== undefined) {
		return (
			<blockquote class="message-quote message-absent" aria-label={i18n.t('message.quote')}>
				<p data-part="quote-gone">{i18n.t('message.quoteGone')}</p>
			</blockquote>
		);
	}
	if (text === null || text === '') return null;
	return (
		<blockquote class="message-quote" aria-label={i18n.t('message.quote')}>
			<p dir="auto" data-part="quote">
				{text.slice(0, longestQuote)}
			</p>
		</blockquote>
	);
}

function Deleted() {
	return (
		<p class="message-absent">
			<Icon name="deleted" size={16} />
			{i18n.t('message.deleted')}
		</p>
	);
}

function Facts({ message, now }: { message: ShownMessage; now: number }) {
	return (
		<p class="message-facts">
			{message.kept && (
				<span class="message-kept" data-part="kept">
					<Icon name="kept" size={14} />
					{i18n.t('message.kept')}
				</span>
			)}
			{message.edited && <span data-part="edited">{i18n.t('message.edited')}</span>}
			<span title={spokenTime(message.sentAt, now)} data-part="time">
				{bubbleTime(message.sentAt, now)}
			</span>
		</p>
	);
}

function Reactions({ reactions }: { reactions: readonly string[] }) {
	if (reactions.length === 0) return null;
	return (
		<ul class="reactions" aria-label={i18n.t('message.reactions')}>
			{reactions.map((reaction, index) => (
				<li key={index}>{reaction}</li>
			))}
		</ul>
	);
}
