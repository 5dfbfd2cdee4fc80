import { i18n } from '#i18n';
import './TimerPicker.css';

/** What a timer deletes at once; said aloud when it is known. `null` while it is being counted. */
export function ErasureNote({ count }: { count: number | null }) {
	return (
		<p class="timer-erasure" role="status">
			{count ? i18n.t('timer.goNow', count) : ''}
		</p>
	);
}
