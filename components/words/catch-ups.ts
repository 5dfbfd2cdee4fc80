import { i18n } from '#i18n';
import type { Network } from '@/lib/model';
import type { CatchUpEntry } from '../network-entry';
import { networkName } from './networks';

const ends = {
	stopped: 'catchUp.stopped',
	touched: 'catchUp.touched',
	interrupted: 'catchUp.touched',
	bounded: 'catchUp.bounded',
	left: 'catchUp.left',
} as const;

/** "WhatsApp is caught up: 42 chats read". */
export function catchUpSentence(network: Network, { state, chats }: CatchUpEntry): string {
	const name = networkName(network);
	const count = i18n.t('catchUp.chats', chats);
	switch (state) {
		case 'running':
			return i18n.t('catchUp.running', { name, count });
		case 'done':
			return i18n.t('catchUp.done', { name, count });
		case 'hidden':
			return i18n.t('catchUp.hidden', [name]);
		case 'no-list':
			return i18n.t('catchUp.noList', [name]);
		default:
			return i18n.t(ends[state], { name, count });
	}
}
