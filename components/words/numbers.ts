import { keepFormat } from './locale';

export const countText = (count: number): string =>
	keepFormat('number', (locale) => new Intl.NumberFormat(locale)).format(count);

/** "Ann, WhatsApp, and 2 unread" without the "and": parts read out one after the other. */
export const joinParts = (parts: readonly (string | null)[]): string =>
	parts.filter((part) => part !== null && part !== '').join(', ');
