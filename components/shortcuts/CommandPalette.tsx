import type { RefObject } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from '../Icon';
import { findCommands } from './find-commands';
import { KeyCaps } from './KeyCaps';
import { Layer } from './Layer';
import { isSingleKey } from './match-key';
import { SingleKeysContext } from './registry';
import type { Shortcut } from './shortcut';
import './CommandPalette.css';

interface CommandPaletteProps {
	layer: RefObject<HTMLDialogElement | null>;
	shortcuts: readonly Shortcut[];
	onRun: (shortcut: Shortcut) => void;
	onClose: () => void;
}

const idOf = (shortcut: Shortcut): string => `command-${shortcut.id}`;
const listId = 'commands';

/** Everything that can be done here by its name: type a part of it, Enter does it. */
export function CommandPalette({ layer, shortcuts, onRun, onClose }: CommandPaletteProps) {
	const [typed, setTyped] = useState('');
	const [place, setPlace] = useState(0);
	const hasSingleKeys = useContext(SingleKeysContext);
	const isHeard = (key: string): boolean => hasSingleKeys || !isSingleKey(key);
	const field = useRef<HTMLInputElement>(null);
	const list = useRef<HTMLDivElement>(null);
	const found = findCommands(shortcuts, typed);
	const chosen = found[place];

	useEffect(() => field.current?.focus(), []);
	useEffect(() => {
		list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
	}, [place]);

	const onKeyDown = (event: KeyboardEvent) => {
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step !== undefined && found.length > 0) {
			event.preventDefault();
			setPlace((place + step + found.length) % found.length);
		}
		if (event.key === 'Enter' && !event.isComposing && chosen) {
			event.preventDefault();
			onRun(chosen);
		}
	};

	return (
		<Layer layer={layer} label={i18n.t('shortcut.commands')} onClose={onClose}>
			<div class="palette-field">
				<Icon name="search" size={16} />
				<input
					ref={field}
					type="text"
					class="palette-input"
					role="combobox"
					aria-label={i18n.t('shortcut.find')}
					placeholder={i18n.t('shortcut.find')}
					aria-expanded={true}
					aria-controls={listId}
					aria-autocomplete="list"
					aria-activedescendant={chosen && idOf(chosen)}
					autocomplete="off"
					autocapitalize="off"
					spellcheck={false}
					maxLength={60}
					value={typed}
					onInput={(event) => {
						setTyped(event.currentTarget.value);
						setPlace(0);
					}}
					onKeyDown={onKeyDown}
				/>
			</div>
			<div
				id={listId}
				class="palette-list"
				role="listbox"
				aria-label={i18n.t('shortcut.commands')}
				ref={list}
			>
				{found.map((shortcut) => (
					// The field keeps the focus and has the keys, as the pattern of a combobox wants it.
					// biome-ignore lint/a11y/useFocusableInteractive: chosen by aria-activedescendant
					// biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does it
					<div
						key={shortcut.id}
						id={idOf(shortcut)}
						class="palette-option"
						role="option"
						aria-selected={shortcut === chosen}
						onClick={() => onRun(shortcut)}
					>
						<span class="palette-label">{shortcut.label}</span>
						<KeyCaps keys={shortcut.keys.filter(isHeard).slice(0, 1)} />
					</div>
				))}
			</div>
			<p class={found.length === 0 ? 'palette-none' : 'visually-hidden'} role="status">
				{found.length === 0 && i18n.t('shortcut.none')}
			</p>
		</Layer>
	);
}
