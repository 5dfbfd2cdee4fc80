import { i18n } from '#i18n';
import type { ShownMessage } from '@/lib/model';
import { kindName } from './words/kinds';
import { writtenTime } from './words/moments';

/**
 * What copying gives of messages, oldest first: of several a line for each with when, who and
 * what, of one its selected words alone. `null` where no message is selected.
 */
export function copiedMessages(
	range: Range,
	messages: readonly ShownMessage[],
	list: Element,
	senderOf: (message: ShownMessage) => string,
): string | null {
	const byKey = new Map(messages.map((message) => [message.key, message]));
	const copied = [...list.querySelectorAll<HTMLElement>('[data-message]')].flatMap((item) => {
		const message = byKey.get(item.dataset.message ?? '');
		const words = message && range.intersectsNode(item) ? selectedWords(range, item, message) : '';
		return message && words !== '' ? [{ message, words }] : [];
	});
	const [first, ...others] = copied;
	if (!first) return null;
	if (others.length === 0) return first.words;
	return copied
		.map(({ message, words }) => {
			const text =
				message.kind === 'system'
					? words
					: i18n.t('preview.bySender', { sender: senderOf(message), text: words });
			return `[${writtenTime(message.sentAt)}] ${text}`;
		})
		.join('\n');
}

/** The words of a message as far as they are selected; what it is, where it has none. */
function selectedWords(range: Range, item: Element, message: ShownMessage): string {
	if (message.deleted || message.kind === 'deleted') return i18n.t('message.deleted');
	const text = item.querySelector('[data-part="text"]');
	if (!text || message.text === null) return kindName(message.kind);
	const part = document.createRange();
	part.selectNodeContents(text);
	const isWhole =
		range.compareBoundaryPoints(Range.START_TO_START, part) <= 0 &&
		range.compareBoundaryPoints(Range.END_TO_END, part) >= 0;
	// Also what is folded away of a long one.
	if (isWhole) return message.text;
	if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) {
		part.setStart(range.startContainer, range.startOffset);
	}
	if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) {
		part.setEnd(range.endContainer, range.endOffset);
	}
	return text.contains(part.commonAncestorContainer) ? part.toString() : '';
}
