/** Attributes that tell of something new; what else changes is only read anew with it. */
const telling = new Set([
	'aria-label',
	'aria-pressed',
	'aria-current',
	'aria-selected',
	'data-id',
	'data-message-id',
	'data-virtualized',
	'data-icon',
	'title',
	'alt',
	'lang',
	'dir',
]);

/** Whether a page that changed so is to be read. */
export function isTelling({ type, attributeName }: MutationRecord): boolean {
	return type !== 'attributes' || telling.has(attributeName ?? '');
}
