import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import './Toast.css';

/** What was done last, and how to take it back. */
export interface Done {
	said: string;
	onUndo: (() => void) | null;
}

/** How long it is said: long enough to read it, reach it and change one's mind. */
const saidMs = 8_000;

interface ToastProps {
	done: Done | null;
	onEnd: () => void;
}

/** Says quietly what was done; the region stands before anything is said in it. */
export function Toast({ done, onEnd }: ToastProps) {
	useEffect(() => {
		if (!done) return;
		const timer = setTimeout(onEnd, saidMs);
		return () => clearTimeout(timer);
	}, [done, onEnd]);

	return (
		<div class="toast-place" aria-live="polite">
			{done && (
				<p class="toast">
					{done.said}
					{done.onUndo && (
						<button
							type="button"
							class="text-action toast-undo"
							onClick={() => {
								done.onUndo?.();
								onEnd();
							}}
						>
							{i18n.t('act.undo')}
						</button>
					)}
				</p>
			)}
		</div>
	);
}
