import { i18n } from '#i18n';
import type { IconSize } from './Icon';
import { IconButton } from './IconButton';
import type { MenuPoint } from './Menu';

interface MenuButtonProps {
	/** Of what, where there are many. */
	label?: string;
	class?: string;
	size?: IconSize;
	tabIndex?: number;
	isDisabled?: boolean;
	onMenu: (point: MenuPoint) => void;
}

/** Three dots: opens a menu below itself. */
export function MenuButton({ label, onMenu, ...rest }: MenuButtonProps) {
	return (
		<IconButton
			{...rest}
			label={label ?? i18n.t('act.menu')}
			title={i18n.t('act.menu')}
			icon="more"
			hasMenu
			onPress={({ currentTarget }) => {
				const box = currentTarget.getBoundingClientRect();
				onMenu({ x: box.left, y: box.bottom });
			}}
		/>
	);
}
