import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { CommandPalette } from './CommandPalette';
import { KeyList } from './KeyList';
import { createRegistry, findPressed, ShortcutContext, SingleKeysContext } from './registry';
import type { Shortcut } from './shortcut';

interface ShortcutsProps {
	/** Whether letters and signs alone do something; those with Ctrl always do. */
	hasSingleKeys: boolean;
	children: ComponentChildren;
}

/** Hears keys for everything inside, and shows all of them, or all by name, when asked to. */
export function Shortcuts({ hasSingleKeys, children }: ShortcutsProps) {
	const registry = useMemo(createRegistry, []);
	const [shown, setShown] = useState<'keys' | 'palette' | null>(null);
	const layer = useRef<HTMLDialogElement>(null);
	const openedFrom = useRef<Element | null>(null);

	const show = useCallback((next: 'keys' | 'palette') => {
		if (!layer.current) openedFrom.current = document.activeElement;
		setShown(next);
	}, []);

	const close = useCallback(() => {
		// Closed before it is taken away: what lies beneath takes no focus until then.
		layer.current?.close();
		setShown(null);
		if (openedFrom.current instanceof HTMLElement) openedFrom.current.focus();
	}, []);

	useEffect(() => {
		const own: readonly Shortcut[] = [
			{
				id: 'commands',
				keys: ['Mod+k'],
				label: i18n.t('shortcut.commands'),
				group: 'everywhere',
				run: () => show('palette'),
			},
			{
				id: 'keys',
				keys: ['?'],
				label: i18n.t('shortcut.keys'),
				group: 'everywhere',
				run: () => show('keys'),
			},
			{ id: 'back', keys: ['Escape'], label: i18n.t('shortcut.back'), group: 'everywhere' },
		];
		return registry.add(() => own);
	}, [registry, show]);

	useEffect(() => {
		const hear = (event: KeyboardEvent) => {
			if (event.defaultPrevented) return;
			const found = findPressed(registry.all(), event, hasSingleKeys);
			if (!found) return;
			event.preventDefault();
			found.run?.();
		};
		document.addEventListener('keydown', hear);
		return () => document.removeEventListener('keydown', hear);
	}, [registry, hasSingleKeys]);

	const run = (shortcut: Shortcut) => {
		close();
		shortcut.run?.();
	};

	return (
		<ShortcutContext.Provider value={registry}>
			<SingleKeysContext.Provider value={hasSingleKeys}>
				{children}
				{shown === 'keys' && <KeyList layer={layer} shortcuts={registry.all()} onClose={close} />}
				{shown === 'palette' && (
					<CommandPalette layer={layer} shortcuts={registry.all()} onRun={run} onClose={close} />
				)}
			</SingleKeysContext.Provider>
		</ShortcutContext.Provider>
	);
}
