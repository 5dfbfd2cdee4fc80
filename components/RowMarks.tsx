import { i18n } from '#i18n';
import { isArchived, isMuted, isPinned, isReadHereOnly, isSnoozed } from '@/lib/inbox/own-flags';
import type { ChatRow } from '@/lib/model';
import { Icon, type IconName } from './Icon';

interface RowMarksProps {
	row: ChatRow;
	now: number;
	isBehind: boolean;
	isSignedOut?: boolean;
}

/** Small marks after a name; what they mean is in the row's name for assistive technology. */
export function RowMarks({ row: { chat }, now, isBehind, isSignedOut }: RowMarksProps) {
	return (
		<>
			{isPinned(chat) && <Mark name="pinned" title={i18n.t('mark.pinned')} />}
			{isMuted(chat) && <Mark name="muted" title={i18n.t('mark.muted')} />}
			{isArchived(chat) && <Mark name="archived" title={i18n.t('mark.archived')} />}
			{isSnoozed(chat, now) && <Mark name="snoozed" title={i18n.t('mark.snoozed')} />}
			{isReadHereOnly(chat, now) && (
				<Mark name="readHere" title={i18n.t('mark.readHere')} part="read-here" />
			)}
			{isSignedOut && <Mark name="signedOut" title={i18n.t('mark.signedOut')} part="signed-out" />}
			{isBehind && <Mark name="gap" title={i18n.t('mark.gap')} part="gap" />}
		</>
	);
}

function Mark({ name, title, part }: { name: IconName; title: string; part?: string }) {
	return (
		<span class="row-mark" title={title} data-part={part}>
			<Icon name={name} size={14} />
		</span>
	);
}
