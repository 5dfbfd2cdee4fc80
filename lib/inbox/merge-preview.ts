import type { Chat, ChatReading, Lifespan, Preview } from '../model';
import { isBefore, isPrecise } from './better-moment';
import { type ExpiredThrough, wasExpired } from './expired-through';
import { isExpired } from './expiry';
import { wasDeleted } from './gone-chats';
import { isMoreUnread, nextActivity } from './next-activity';
import { isPreviewBuried } from './tombstones';

export interface PreviewFacts {
	lifespan: Lifespan;
	/** Of earlier timers. */
	through: ExpiredThrough;
	/** See `Chat`; `null` where nothing was. */
	deletedThrough: number | null;
	/** The chat as stored, `null` if it is new. */
	chat: Pick<Chat, 'tombstones' | 'unread' | 'lastActivity'> | null;
	/** Hash of the shown line's `previewId`. */
	signature: string;
	/** Whether the newest message of the chat says it. */
	isSaid: boolean;
	now: number;
	isOrderSettled: boolean;
}

export interface MergedPreview {
	preview: Preview | null;
	isNewLine: boolean;
	/** Whether it is away since the same words went before. */
	isBuried: boolean;
}

/**
 * A chat's last line after its row was read; the stored record itself where nothing
 * changed, `null` where the line shown is past its time or expired here before.
 */
export function mergePreview(
	stored: Preview | null,
	row: ChatReading,
	facts: PreviewFacts,
): MergedPreview {
	const sameLine = { isNewLine: false, isBuried: false };
	if (row.preview === null || row.preview === '') return { preview: stored, ...sameLine };
	if (stored && isSameLine(stored, row)) {
		return { preview: rereadPreview(stored, row, facts), ...sameLine };
	}
	const preview: Preview = {
		text: row.preview,
		side: row.previewSide,
		sender: row.previewSender,
		sentAt: row.lastActivity,
		firstSeenAt: facts.now,
	};
	const isBuried =
		!facts.isSaid &&
		!isOfLater(preview, facts) &&
		!isMoreUnread(facts.chat?.unread ?? null, row.unread) &&
		isPreviewBuried(facts.chat?.tombstones ?? [], facts.signature);
	const isPast =
		isExpired(preview, facts.lifespan, facts.now) ||
		wasExpired(preview, facts.through) ||
		wasDeleted(preview, facts.deletedThrough);
	if (isBuried || isPast) {
		return { preview: null, isNewLine: stored !== null, isBuried: isBuried && !isPast };
	}
	return { preview, isNewLine: true, isBuried: false };
}

/**
 * Whether a line is from after the chat was deleted, or what its list last told of. Not by a
 * relative time: that of a page that sleeps is stale.
 */
function isOfLater(
	{ sentAt }: Preview,
	{ chat, deletedThrough }: Pick<PreviewFacts, 'chat' | 'deletedThrough'>,
): boolean {
	if (sentAt.from === null || sentAt.precision === 'interval') return false;
	if (deletedThrough !== null && sentAt.from > deletedThrough) return true;
	return chat !== null && isPrecise(sentAt) && isBefore(chat.lastActivity, sentAt);
}

/** What one reading does not tell of side or sender does not make it another line. */
function isSameLine(stored: Preview, row: ChatReading): boolean {
	const { previewSide: side, previewSender: sender } = row;
	return (
		stored.text === row.preview &&
		(stored.side === side || stored.side === 'unknown' || side === 'unknown') &&
		(stored.sender === sender || stored.sender === null || sender === null)
	);
}

function rereadPreview(
	stored: Preview,
	row: ChatReading,
	{ chat, isOrderSettled }: PreviewFacts,
): Preview {
	const sentAt = nextActivity(stored.sentAt, row.lastActivity, {
		isNewLine: false,
		isMoreUnread: isMoreUnread(chat?.unread ?? null, row.unread),
		isOrderSettled,
	});
	const side = row.previewSide === 'unknown' ? stored.side : row.previewSide;
	const sender = row.previewSender ?? stored.sender;
	if (sentAt === stored.sentAt && side === stored.side && sender === stored.sender) return stored;
	return { ...stored, side, sender, sentAt };
}
