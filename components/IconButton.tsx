import { Icon, type IconName, type IconSize } from './Icon';
import './IconButton.css';

interface IconButtonProps {
	/** Its name, and what is told to a pointer that rests on it. */
	label: string;
	/** For the pointer alone, where the name says more than a tip should. */
	title?: string;
	icon: IconName;
	size?: IconSize;
	/** Points along the line of writing. */
	isMirrored?: boolean;
	isDisabled?: boolean;
	hasMenu?: boolean;
	/** In place of its own class, for one of another shape. */
	class?: string;
	tabIndex?: number;
	onPress: (event: MouseEvent & { currentTarget: HTMLElement }) => void;
}

/** A button that is a drawing, with its name for whoever does not see it. */
export function IconButton({ label, icon, onPress, ...rest }: IconButtonProps) {
	return (
		<button
			type="button"
			class={rest.class ?? 'icon-button'}
			aria-label={label}
			title={rest.title ?? label}
			aria-haspopup={rest.hasMenu ? 'menu' : undefined}
			disabled={rest.isDisabled}
			tabIndex={rest.tabIndex}
			onClick={onPress}
		>
			<Icon name={icon} size={rest.size} isMirrored={rest.isMirrored} />
		</button>
	);
}
