import { i18n } from '#i18n';
import type { ChatRow } from '@/lib/model';

/** The second line of a row: who it is from, where that is not plain, and its words. */
export interface PreviewWords {
	/** "You" or a member of a group, `null` where the chat's name says it. */
	sender: string | null;
	text: string;
	/** True where nothing is kept to show and the text says so instead. */
	isAbsent: boolean;
}

export function previewWords({ chat, preview, messageCount }: ChatRow): PreviewWords {
	if (preview === null) {
		return {
			sender: null,
			text:
				messageCount > 0 ? i18n.t('preview.onlyCount', messageCount) : i18n.t('preview.nothing'),
			isAbsent: true,
		};
	}
	const isOther = preview.sender !== null && preview.sender !== chat.title;
	const sender = preview.side === 'mine' ? i18n.t('side.you') : isOther ? preview.sender : null;
	return { sender, text: preview.text, isAbsent: false };
}

/** As one line of text, for reading out. */
export function previewLine(row: ChatRow): string {
	const { sender, text } = previewWords(row);
	return sender === null ? text : i18n.t('preview.bySender', { sender, text });
}

/** Enough of a long text to know it by, when it is read out in a list. */
export function shortened(text: string, length = 160): string {
	const line = text.replace(/\s+/gu, ' ').trim();
	return line.length <= length ? line : `${line.slice(0, length).trimEnd()}…`;
}
