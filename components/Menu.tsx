import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon, type IconName } from './Icon';
import { useEscape } from './use-escape';
import './Menu.css';

/** Where a menu opens: at the pointer, or under what was pressed. */
export interface MenuPoint {
	x: number;
	y: number;
}

interface MenuItem<Id> {
	id: Id;
	label: string;
	icon: IconName;
	isErasure: boolean;
	/** It is of another sort than those before it. */
	isParted?: boolean;
	/** The single key that does the same, where there is one. */
	shortcut?: string | undefined;
}

interface MenuProps<Id> {
	items: readonly MenuItem<Id>[];
	point: MenuPoint;
	onPick: (id: Id) => void;
	onClose: () => void;
}

/** So far from the edges of the frame. */
const edge = 8;

/** What can be done, at the pointer or under its button; keys say themselves. */
export function Menu<Id extends string>({ items, point, onPick, onClose }: MenuProps<Id>) {
	const menu = useRef<HTMLDivElement>(null);
	useEscape(true, onClose);

	// Whatever closes it, the keyboard is where it was.
	useLayoutEffect(() => {
		const before = document.activeElement;
		const element = menu.current;
		return () => {
			const isLost = element?.contains(document.activeElement);
			if (isLost && before instanceof HTMLElement) before.focus();
		};
	}, []);

	useLayoutEffect(() => {
		const element = menu.current;
		if (!element) return;
		const frame = (element.offsetParent ?? document.body).getBoundingClientRect();
		const { offsetWidth: width, offsetHeight: height } = element;
		const most = { x: frame.width - width - edge, y: frame.height - height - edge };
		element.style.left = `${Math.max(edge, Math.min(point.x - frame.left, most.x))}px`;
		element.style.top = `${Math.max(edge, Math.min(point.y - frame.top, most.y))}px`;
		element.querySelector<HTMLElement>('[role=menuitem]')?.focus();
	}, [point]);

	useEffect(() => {
		const closeOutside = (event: Event) => {
			if (event.target instanceof Node && !menu.current?.contains(event.target)) onClose();
		};
		document.addEventListener('pointerdown', closeOutside);
		return () => document.removeEventListener('pointerdown', closeOutside);
	}, [onClose]);

	return (
		// A part of the page of its own: it stands beside all others.
		<section aria-label={i18n.t('act.menu')}>
			<div
				class="menu"
				role="menu"
				tabIndex={-1}
				aria-label={i18n.t('act.menu')}
				ref={menu}
				onKeyDown={moveAmongItems}
				onContextMenu={(event) => event.preventDefault()}
			>
				{items.map(({ id, label, icon, isErasure, isParted, shortcut }) => (
					<button
						key={id}
						type="button"
						role="menuitem"
						tabIndex={-1}
						class={`menu-item${isErasure ? ' menu-erase' : ''}${isParted ? ' menu-parted' : ''}`}
						onClick={() => onPick(id)}
					>
						<Icon name={icon} size={16} />
						<span>{label}</span>
						{shortcut && (
							<span class="menu-key" aria-hidden="true">
								{shortcut}
							</span>
						)}
					</button>
				))}
			</div>
		</section>
	);
}

function moveAmongItems(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
	const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
	const at = items.findIndex((item) => item.matches(':focus'));
	const targets: Record<string, number> = {
		ArrowDown: (at + 1) % items.length,
		ArrowUp: (at - 1 + items.length) % items.length,
		Home: 0,
		End: items.length - 1,
	};
	const target = items[targets[event.key] ?? -1];
	// Tab would leave an open menu behind.
	if (target || event.key === 'Tab') event.preventDefault();
	target?.focus();
}
