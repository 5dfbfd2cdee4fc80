import type { RefObject } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { IconButton } from '../IconButton';
import { KeyCaps } from './KeyCaps';
import { Layer } from './Layer';
import { isSingleKey } from './match-key';
import { SingleKeysContext } from './registry';
import { type Shortcut, type ShortcutGroup, shortcutGroups } from './shortcut';
import './KeyList.css';

interface KeyListProps {
	layer: RefObject<HTMLDialogElement | null>;
	shortcuts: readonly Shortcut[];
	onClose: () => void;
}

const titles = {
	everywhere: 'shortcut.groupEverywhere',
	list: 'shortcut.groupList',
	chat: 'shortcut.groupChat',
} as const satisfies Record<ShortcutGroup, string>;

/** All keys that do something here. */
export function KeyList({ layer, shortcuts, onClose }: KeyListProps) {
	const hasSingleKeys = useContext(SingleKeysContext);
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus(), []);

	const isOn = (key: string): boolean => hasSingleKeys || !isSingleKey(key);
	const told = shortcuts
		.map((shortcut) => ({ ...shortcut, keys: shortcut.keys.filter(isOn) }))
		.filter(({ keys }) => keys.length > 0);

	return (
		<Layer layer={layer} label={i18n.t('shortcut.keys')} onClose={onClose}>
			<header class="key-list-header">
				<h2 class="key-list-title" tabIndex={-1} ref={heading}>
					{i18n.t('shortcut.keys')}
				</h2>
				<IconButton icon="close" label={i18n.t('shortcut.close')} onPress={onClose} />
			</header>
			{/* Focusable, so that the keyboard alone can scroll it. */}
			<section
				class="key-list"
				// biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller without controls needs it
				tabIndex={0}
				aria-label={i18n.t('shortcut.keys')}
			>
				{shortcutGroups.map((group) => {
					const members = told.filter((shortcut) => shortcut.group === group);
					return (
						members.length > 0 && (
							<section key={group}>
								<h3 class="key-list-group">{i18n.t(titles[group])}</h3>
								<dl>
									{members.map(({ id, label, keys }) => (
										<div key={id} class="key-list-row">
											<dt>{label}</dt>
											<dd>
												<KeyCaps keys={keys} />
											</dd>
										</div>
									))}
								</dl>
							</section>
						)
					);
				})}
				{!hasSingleKeys && <p class="key-list-note">{i18n.t('shortcut.singleOff')}</p>}
			</section>
		</Layer>
	);
}
