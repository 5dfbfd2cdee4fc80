import { i18n } from '#i18n';
import { byteSizeText } from '../words/byte-sizes';

/** What was collected since it was locked: how much, and of nobody. */
export interface Waiting {
	records: number;
	bytes: number;
	/** No more fits: collecting rests. */
	isFull: boolean;
}

export interface WaitingLineProps {
	/** `null` where nothing is collected while locked, or it is not known yet. */
	waiting: Waiting | null;
}

export function WaitingLine({ waiting }: WaitingLineProps) {
	if (waiting === null || waiting.records === 0) return null;
	const { records, bytes, isFull } = waiting;
	return (
		<p class="lock-waiting" data-part="waiting" data-records={records}>
			{i18n.t('lock.waiting', records, [String(records), byteSizeText(bytes)])}
			{isFull && ` ${i18n.t('lock.waitingFull')}`}
		</p>
	);
}
