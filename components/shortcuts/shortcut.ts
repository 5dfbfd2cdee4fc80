/** Where a shortcut belongs, in the list of keys. */
export const shortcutGroups = ['everywhere', 'list', 'chat'] as const;
export type ShortcutGroup = (typeof shortcutGroups)[number];

/** One thing that can be done by a key, or by its name in the command palette. */
export interface Shortcut {
	/** Names it among all: what registers the same later stands for it while it does. */
	id: string;
	/**
	 * As `KeyboardEvent.key` says them: `e`, `/`, `ArrowDown`. `Mod+k` is Ctrl, on Apple's
	 * machines Command. Empty: by the palette only.
	 */
	keys: readonly string[];
	/** What it does, in the reader's language. */
	label: string;
	group: ShortcutGroup;
	/** Absent: something else hears the key, it is only told in the list of keys. */
	run?: () => void;
	/** `false`: neither its key nor the palette does it now; the list of keys still tells it. */
	enabled?: boolean;
	/** Goes on while the key is held. */
	isRepeated?: boolean;
}
