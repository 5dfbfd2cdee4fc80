import { i18n } from '#i18n';
import './ListSkeleton.css';

/** Shapes of rows while the store opens; they appear only when that takes a while. */
export function ListSkeleton() {
	return (
		<div class="skeleton" role="status" aria-label={i18n.t('empty.loading')}>
			{[0, 1, 2, 3, 4].map((row) => (
				<div key={row} class="skeleton-row" aria-hidden="true">
					<span class="skeleton-face" />
					<span class="skeleton-lines" />
				</div>
			))}
		</div>
	);
}
