import type { ChatRow, Clock, Timer } from '@/lib/model';
import { Dialog } from '../Dialog';
import { TimerPicker, timerTitle } from '../TimerPicker';

interface TimerDialogProps {
	rows: readonly ChatRow[];
	defaultTimer: Timer;
	now: number;
	onSet: (timer: Timer | null, clock?: Clock) => void;
	onClose: () => void;
}

/** One timer for chats that are not open. */
export function TimerDialog({ rows, defaultTimer, now, onSet, onClose }: TimerDialogProps) {
	const [first, ...others] = rows;
	if (!first) return null;
	return (
		<Dialog title={timerTitle(rows.length)} onClose={onClose}>
			<TimerPicker
				row={first}
				others={others}
				defaultTimer={defaultTimer}
				messages={[]}
				now={now}
				onSet={onSet}
				onCancel={onClose}
			/>
		</Dialog>
	);
}
