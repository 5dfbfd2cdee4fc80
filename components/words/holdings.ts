import { i18n } from '#i18n';
import { byteSizeText } from './byte-sizes';
import { countText } from './numbers';

interface Held {
	chats: number;
	messages: number;
	bytes: number;
}

/** "12 chats · 3,400 messages · about 1.2 MB"; what has no size yet, says none. */
export function heldText({ chats, messages, bytes }: Held): string {
	if (chats === 0) return i18n.t('stored.nothing');
	return [
		i18n.t('stored.chats', chats, [countText(chats)]),
		i18n.t('stored.messages', messages, [countText(messages)]),
		...(bytes > 0 ? [i18n.t('stored.size', [byteSizeText(bytes)])] : []),
	].join(' · ');
}
