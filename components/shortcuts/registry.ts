import { createContext } from 'preact';
import { isTyping } from './is-typing';
import { isSingleKey, matchesKey, type PressedKey } from './match-key';
import type { Shortcut } from './shortcut';

/** What is registered now, innermost last. Each source is asked when it is needed, not before. */
export interface ShortcutRegistry {
	/** Returns the unsubscriber. */
	add(source: () => readonly Shortcut[]): () => void;
	/** One a name: the one that was registered last. */
	all(): readonly Shortcut[];
}

export function createRegistry(): ShortcutRegistry {
	const sources = new Set<() => readonly Shortcut[]>();
	return {
		add(source) {
			// Wrapped, so that the same one registered twice counts twice.
			const own = () => source();
			sources.add(own);
			return () => sources.delete(own);
		},
		all() {
			const byId = new Map<string, Shortcut>();
			for (const source of sources) {
				for (const shortcut of source()) byId.set(shortcut.id, shortcut);
			}
			return [...byId.values()];
		},
	};
}

/** `null` where no keys are heard: a part that is drawn alone. */
export const ShortcutContext = createContext<ShortcutRegistry | null>(null);

/** Whether letters alone do something: where they do not, none is shown beside what it would do. */
export const SingleKeysContext = createContext(true);

type Pressed = PressedKey & Pick<KeyboardEvent, 'target' | 'repeat' | 'isComposing'>;

/** What a pressed key does now, `undefined` for nothing. */
export function findPressed(
	shortcuts: readonly Shortcut[],
	pressed: Pressed,
	hasSingleKeys: boolean,
): Shortcut | undefined {
	if (pressed.isComposing) return undefined;
	const isElsewhere = isTyping(pressed.target);
	const isHeard = (key: string): boolean =>
		matchesKey(key, pressed) &&
		(key.startsWith('Mod+') || (!isElsewhere && (hasSingleKeys || !isSingleKey(key))));
	return shortcuts.findLast(
		({ keys, run, enabled = true, isRepeated = false }) =>
			run !== undefined && enabled && (isRepeated || !pressed.repeat) && keys.some(isHeard),
	);
}
