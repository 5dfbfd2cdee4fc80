const fields =
	'input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox]';
/** Letters choose in these, or have nothing to do with what lies beneath. */
const layers = 'dialog, [role=dialog], [role=menu], [role=listbox]';

/** Whether a single key belongs to what has the focus, and is no shortcut there. */
export function isTyping(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest(`${fields}, ${layers}`) !== null;
}
