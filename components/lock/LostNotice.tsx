import { i18n } from '#i18n';
import './LostNotice.css';

/** After an unlock that came too late for some of what had waited. */
export function LostNotice({ onRead }: { onRead: () => void }) {
	return (
		<section class="lost-notice" data-part="lost">
			<p>{i18n.t('lock.lost')}</p>
			<button type="button" class="text-action" onClick={onRead}>
				{i18n.t('lock.lostDone')}
			</button>
		</section>
	);
}
