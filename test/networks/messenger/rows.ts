/** Rows as bare as the evidence allows, for one question each. */
export interface SmallRow {
	id: string;
	own?: boolean;
	label?: string;
	button?: string;
	/** Markup inside the bubble; `text` is its usual form. */
	body?: string;
	text?: string;
	before?: string;
}

const slot = (own: boolean): string =>
	own ? '<div role="none"></div>' : '<div role="presentation"><div></div></div>';
const hover = '<div role="presentation"><div role="presentation"></div></div>';

export function messageRow({
	id,
	own = false,
	label,
	button,
	body,
	text,
	before = '',
}: SmallRow): string {
	const spoken = (name: string | undefined): string =>
		name === undefined ? '' : ` aria-label="${name}"`;
	const bubble = `<div><span>${body ?? `<span dir="auto"><div dir="auto">${text}</div></span>`}</span></div>`;
	return `<div role="article"><div><div data-message-id="${id}" data-scope="messages_table"
		aria-roledescription="message"${spoken(label)}>${before}<div role="presentation"><div
		role="presentation"><div role="presentation">${slot(own)}</div></div><div role="presentation"><div><div
		role="presentation">${own ? hover + bubble : bubble + hover}</div></div></div><div role="presentation"><div
		aria-hidden="true" role="toolbar"></div></div><div role="presentation"></div></div></div></div><div
		role="none"><div role="button"${spoken(button)}></div></div></div>`;
}

export function log(rows: readonly string[], label = ''): string {
	return `<div role="main"><div role="log" aria-label="${label}">${rows.join('')}</div></div>`;
}

export function dateBreak(text: string): string {
	return `<div data-scope="messages_table"><div aria-hidden="true" data-scope="date_break">${text}</div></div>`;
}

export function chatRow(href: string, inside: string, beside = ''): string {
	return `<div role="row"><a role="link" href="${href}">${inside}</a>${beside}</div>`;
}

export function list(rows: readonly string[]): string {
	return `<div role="navigation"><div role="grid">${rows.join('')}</div></div>`;
}
