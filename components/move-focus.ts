const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrow keys go from row to row of a list; Home and End to its ends. */
export function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
	const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.row')];
	const at = rows.findIndex((row) => row === document.activeElement);
	if (at === -1) return;
	const step = steps[event.key];
	const target =
		step !== undefined
			? rows[at + step]
			: event.key === 'Home'
				? rows[0]
				: event.key === 'End'
					? rows.at(-1)
					: undefined;
	if (!target) return;
	event.preventDefault();
	target.focus();
}
