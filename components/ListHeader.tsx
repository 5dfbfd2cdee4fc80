import { i18n } from '#i18n';
import { IconButton } from './IconButton';
import { Mark } from './Mark';
import './ListHeader.css';

interface ListHeaderProps {
	/** Absent in the full tab, which is where it would lead. */
	onPopOut?: () => void;
	/** Absent where nothing can be locked. */
	onLock?: (() => void) | undefined;
	/** Leads to where a lock is set up; absent until it is known that there is none. */
	onSetUpLock?: (() => void) | undefined;
	/** To what expires next. */
	onNext: () => void;
	onSettings: () => void;
}

export function ListHeader(props: ListHeaderProps) {
	const { onPopOut, onLock, onSetUpLock, onNext, onSettings } = props;
	return (
		<header class="list-header">
			<Mark size="small" />
			<h1 class="list-name" tabIndex={-1}>
				{i18n.t('extensionName')}
			</h1>
			<IconButton icon="timer" label={i18n.t('next.title')} onPress={onNext} />
			{onPopOut && <IconButton icon="popOut" label={i18n.t('header.popOut')} onPress={onPopOut} />}
			{onLock && <IconButton icon="lock" label={i18n.t('lock.now')} onPress={onLock} />}
			{!onLock && onSetUpLock && (
				<IconButton icon="lock" label={i18n.t('lock.setUp')} onPress={onSetUpLock} />
			)}
			<IconButton icon="settings" label={i18n.t('header.settings')} onPress={onSettings} />
		</header>
	);
}
