import { i18n } from '#i18n';
import { Icon } from './Icon';
import { Mark } from './Mark';
import './ListHeader.css';

interface ListHeaderProps {
	/** Absent in the full tab, which is where it would lead. */
	onPopOut?: () => void;
	/** Absent where nothing can be locked. */
	onLock?: (() => void) | undefined;
	onSettings: () => void;
}

export function ListHeader({ onPopOut, onLock, onSettings }: ListHeaderProps) {
	return (
		<header class="list-header">
			<Mark size="small" />
			<h1 class="list-name" tabIndex={-1}>
				{i18n.t('extensionName')}
			</h1>
			{onPopOut && (
				<button
					type="button"
					class="icon-button"
					aria-label={i18n.t('header.popOut')}
					title={i18n.t('header.popOut')}
					onClick={onPopOut}
				>
					<Icon name="popOut" />
				</button>
			)}
			{onLock && (
				<button
					type="button"
					class="icon-button"
					aria-label={i18n.t('lock.now')}
					title={i18n.t('lock.now')}
					onClick={onLock}
				>
					<Icon name="lock" />
				</button>
			)}
			<button
				type="button"
				class="icon-button"
				aria-label={i18n.t('header.settings')}
				title={i18n.t('header.settings')}
				onClick={onSettings}
			>
				<Icon name="settings" />
			</button>
		</header>
	);
}
