import type { ComponentChildren } from 'preact';
import { Mark } from './Mark';
import './EmptyState.css';

interface EmptyStateProps {
	title: string;
	detail?: string;
	/** One picture of ours at most, and only where a whole view is empty. */
	hasMark?: boolean;
	/** The one action that helps. */
	children?: ComponentChildren;
}

/** An empty place explains itself. */
export function EmptyState({ title, detail, hasMark = false, children }: EmptyStateProps) {
	return (
		<div class="empty" role="status">
			{hasMark && <Mark size="large" />}
			<p class="empty-title">{title}</p>
			{detail && <p class="empty-detail">{detail}</p>}
			{children}
		</div>
	);
}
