import { foldText } from '@/lib/inbox/search';
import type { Shortcut } from './shortcut';

/** What can be done now and has all typed words in its name; those that begin with them first. */
export function findCommands(shortcuts: readonly Shortcut[], typed: string): readonly Shortcut[] {
	const query = foldText(typed).trim();
	const words = query.split(/\s+/u);
	return shortcuts
		.filter(({ id, run, enabled = true }) => run !== undefined && enabled && id !== 'commands')
		.map((shortcut) => ({ shortcut, label: foldText(shortcut.label) }))
		.filter(({ label }) => words.every((word) => label.includes(word)))
		.sort((a, b) => Number(b.label.startsWith(query)) - Number(a.label.startsWith(query)))
		.map(({ shortcut }) => shortcut);
}
