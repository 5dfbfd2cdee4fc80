import { i18n } from '#i18n';
import { Mark } from './Mark';
import { NetworkSettings } from './NetworkSettings';
import type { NetworkActions, NetworkEntry } from './network-entry';
import './EmptyState.css';
import './FirstRun.css';

interface FirstRunProps extends Pick<NetworkActions, 'onTurnOn'> {
	networks: readonly NetworkEntry[];
}

/** Before anything is turned on: why the list is empty, and the clicks that fill it. */
export function FirstRun({ networks, onTurnOn }: FirstRunProps) {
	return (
		<div class="first-run">
			<div class="empty" role="status">
				<Mark size="large" />
				<p class="empty-title">{i18n.t('empty.off')}</p>
				<p class="empty-detail">{i18n.t('empty.offDetail')}</p>
			</div>
			<NetworkSettings networks={networks} onTurnOn={onTurnOn} />
			<p class="first-run-note">{i18n.t('welcome.messengerEither')}</p>
			<p class="first-run-note">{i18n.t('about.affiliation')}</p>
		</div>
	);
}
