import { useContext, useEffect, useRef } from 'preact/hooks';
import { ShortcutContext } from './registry';
import type { Shortcut } from './shortcut';

/**
 * Registers what can be done here, for as long as the component is drawn: by key, in the
 * list of keys (`?`) and in the command palette. What was drawn last is what is run.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
	const registry = useContext(ShortcutContext);
	const latest = useRef(shortcuts);
	latest.current = shortcuts;

	useEffect(() => registry?.add(() => latest.current), [registry]);
}
