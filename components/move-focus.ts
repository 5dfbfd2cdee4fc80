const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Firefox on macOS leaves a clicked button without focus; coming back needs to know the row. */
export function focusRow({ currentTarget }: { currentTarget: HTMLElement }): void {
	currentTarget.focus();
}

/**
 * On a found row: arrow keys go from row to row, up from the first to the search field, Home
 * and End to the ends of the list.
 */
export function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
	const row = event.currentTarget;
	const list = row.closest('.list-scroller') ?? row.closest('ul');
	const rows = [...(list?.querySelectorAll<HTMLElement>('.row') ?? [])];
	const at = rows.indexOf(row);
	const field = row.closest('main')?.querySelector<HTMLElement>('input[type=search]');
	const target = event.key === 'ArrowUp' && at === 0 ? field : targetOf(event.key, rows, at);
	if (!target) return;
	event.preventDefault();
	target.focus();
}

function targetOf(key: string, rows: readonly HTMLElement[], at: number): HTMLElement | undefined {
	if (key === 'Home') return rows[0];
	if (key === 'End') return rows.at(-1);
	const step = steps[key];
	return step === undefined ? undefined : rows[at + step];
}
