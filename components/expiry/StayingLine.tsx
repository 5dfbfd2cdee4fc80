import { i18n } from '#i18n';
import type { ChatRow } from '@/lib/model';
import { timerSource } from '../words/expiry';
import { networkName } from '../words/networks';
import { joinParts } from '../words/numbers';
import { ChatLine } from './ChatLine';

interface StayingLineProps {
	row: ChatRow;
	onOpen: (chatKey: string) => void;
}

/** A chat of which nothing goes, and why. */
export function StayingLine({ row, onOpen }: StayingLineProps) {
	const spoken = joinParts([
		networkName(row.chat.network),
		i18n.t('expiry.staysForever'),
		timerSource(row),
	]);
	return <ChatLine row={row} spoken={spoken} onOpen={onOpen} />;
}
