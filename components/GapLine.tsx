import type { ComponentChildren } from 'preact';
import './GapLine.css';

/** A stretch of a chat that was never seen, said between what was. */
export function GapLine({ children }: { children: ComponentChildren }) {
	return (
		<p class="gap-line" data-part="gap">
			<span class="gap-words">{children}</span>
		</p>
	);
}
