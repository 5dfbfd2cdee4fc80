import { i18n } from '#i18n';
import type { ChatRow, Timer } from '@/lib/model';
import { Dialog } from '../Dialog';
import { TimerPicker } from '../TimerPicker';

interface TimerDialogProps {
	rows: readonly ChatRow[];
	defaultTimer: Timer;
	now: number;
	onSet: (timer: Timer | null) => void;
	onClose: () => void;
}

/** One timer for chats that are not open. */
export function TimerDialog({ rows, defaultTimer, now, onSet, onClose }: TimerDialogProps) {
	const [first] = rows;
	if (!first) return null;
	return (
		<Dialog title={i18n.t('timer.title')} onClose={onClose}>
			<TimerPicker
				row={first}
				defaultTimer={defaultTimer}
				messages={[]}
				now={now}
				onSet={onSet}
				onCancel={onClose}
			/>
		</Dialog>
	);
}
