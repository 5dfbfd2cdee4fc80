import { i18n } from '#i18n';
import { byteSizeText } from './words/byte-sizes';
import './NetworkNotices.css';

interface DiskNoticeProps {
	/** What is left. */
	bytes: number;
	onDetails: () => void;
}

/** Said while there still is some room, with the way to what takes it. */
export function DiskNotice({ bytes, onDetails }: DiskNoticeProps) {
	return (
		<div class="notices notice" data-part="disk-notice">
			<p class="notice-words" role="status">
				{i18n.t('disk.scarce', [byteSizeText(bytes)])}
			</p>
			<button
				type="button"
				class="text-action"
				aria-label={i18n.t('disk.details')}
				onClick={onDetails}
			>
				{i18n.t('verb.details')}
			</button>
		</div>
	);
}
