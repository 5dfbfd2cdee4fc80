import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ChatRow, Clock, ShownMessage, Timer } from '@/lib/model';
import { Icon } from './Icon';
import { TimerPicker } from './TimerPicker';
import { useEscape } from './use-escape';
import { timerText } from './words/durations';
import { timerSource } from './words/expiry';
import './TimerPill.css';

interface TimerPillProps {
	row: ChatRow;
	defaultTimer: Timer;
	messages: readonly ShownMessage[];
	now: number;
	onSet: (timer: Timer | null, clock?: Clock) => void;
}

/** The second most visible thing of a chat: how long its messages stay. Opens the picker. */
export function TimerPill({ onSet, ...rest }: TimerPillProps) {
	const [isOpen, setOpen] = useState(false);
	const holder = useRef<HTMLDivElement>(null);
	const pill = useRef<HTMLButtonElement>(null);
	const text = timerText(rest.row.timer);

	const close = () => {
		setOpen(false);
		pill.current?.focus();
	};

	useEffect(() => {
		if (!isOpen) return;
		holder.current?.querySelector<HTMLElement>('[aria-checked=true]')?.focus();
		const closeOutside = (event: PointerEvent) => {
			const isInside = event.target instanceof Node && holder.current?.contains(event.target);
			if (!isInside) setOpen(false);
		};
		document.addEventListener('pointerdown', closeOutside);
		return () => document.removeEventListener('pointerdown', closeOutside);
	}, [isOpen]);

	useEscape(isOpen, close);

	return (
		<div class="timer-holder" ref={holder}>
			<button
				type="button"
				class="timer-pill"
				ref={pill}
				aria-haspopup="dialog"
				aria-expanded={isOpen}
				aria-label={i18n.t('timer.pill', [text])}
				title={timerSource(rest.row)}
				data-timer={rest.row.timer}
				data-timer-from={rest.row.timerFrom}
				onClick={() => setOpen(!isOpen)}
			>
				<Icon name="timer" size={16} />
				{text}
			</button>
			{isOpen && (
				<div class="timer-popover" role="dialog" aria-label={i18n.t('timer.title')}>
					<TimerPicker
						{...rest}
						onCancel={close}
						onSet={(...chosen) => {
							onSet(...chosen);
							close();
						}}
					/>
				</div>
			)}
		</div>
	);
}
