import type { Message } from '@/lib/model';
import { PageFormatError } from './byte-reader';

/**
 * What many messages of a page have in common, written once. Whatever has no column of its
 * own is part of it, so that nothing a later version adds to a message is lost here.
 */
export interface Template
	extends Pick<
		Message,
		'side' | 'sender' | 'kind' | 'truncated' | 'edited' | 'deleted' | 'reactions'
	> {
	precision: Message['sentAt']['precision'];
	bounds: Bounds;
	hasQuote: boolean;
	/** Whatever else there was, `null` for nothing. */
	more: Partial<Message> | null;
}

/** Which bounds of a moment are stored: the usual late end follows from the early one. */
export type Bounds = 'none' | 'from' | 'to' | 'usual' | 'both';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** From the early to the late end, as readers mostly give it. */
export const usualSpanMs = {
	exact: 0,
	minute: minuteMs - 1,
	day: dayMs - 1,
	interval: 0,
	unknown: 0,
} as const;

/** What most messages say; a template names only where it differs. */
const usual = {
	side: 'theirs',
	kind: 'text',
	sender: null,
	truncated: false,
	edited: false,
	deleted: false,
	precision: 'minute',
	bounds: 'usual',
	hasQuote: false,
} as const;

/** What has a column of its own. */
const columns = new Set(['key', 'rank', 'text', 'quote', 'sentAt', 'firstSeenAt', 'signature']);

/** The fields that every message has; it may have others, see `isUsual`. */
const fieldCount = 14;

/**
 * Numbers the templates of messages from 0 on. Nearly all messages say only what a few bits
 * and a sender's name can tell apart: their template is spelled out once, not for each.
 */
export class TemplateNumbers {
	/** As JSON, by their numbers. */
	readonly templates: string[] = [];
	private readonly byTemplate = new Map<string, number>();
	private readonly byLook = new Map<string, number>();

	numberOf(message: Message): number {
		if (!isUsual(message)) return this.numberAs(templateOf(message));
		const look = lookOf(message);
		const known = this.byLook.get(look);
		if (known !== undefined) return known;
		const number = this.numberAs(templateOf(message));
		this.byLook.set(look, number);
		return number;
	}

	private numberAs(template: string): number {
		const known = this.byTemplate.get(template);
		if (known !== undefined) return known;
		const number = this.templates.push(template) - 1;
		this.byTemplate.set(template, number);
		return number;
	}
}

/** Whether `lookOf` tells all that its template does. */
function isUsual(message: Message): boolean {
	const { sentAt, reactions, kind } = message;
	const isTimed = sentAt.precision === 'exact' || sentAt.precision === 'minute';
	return (
		kind === 'text' &&
		isTimed &&
		reactions.length === 0 &&
		Object.keys(message).length === fieldCount
	);
}

function lookOf({ side, sender, truncated, edited, deleted, quote, sentAt }: Message): string {
	const flags =
		(truncated ? 1 : 0) |
		(edited ? 2 : 0) |
		(deleted ? 4 : 0) |
		(quote === null ? 0 : 8) |
		(sentAt.precision === 'exact' ? 16 : 0) |
		(sender === null ? 32 : 0);
	return `${flags} ${side} ${boundsOf(sentAt)} ${sender}`;
}

/** As JSON, which is also its name: equal templates are equal texts. */
function templateOf(message: Message): string {
	let json = tell('precision', message.sentAt.precision);
	json += tell('bounds', boundsOf(message.sentAt));
	json += tell('hasQuote', message.quote !== null);
	for (const field in message) {
		if (!columns.has(field)) json += tell(field, message[field as keyof Message]);
	}
	return `{${json.slice(1)}}`;
}

/** A comma and the field, or nothing where it is as usual. */
function tell(field: string, value: unknown): string {
	if (value === undefined || usual[field as keyof typeof usual] === value) return '';
	if (field === 'reactions' && Array.isArray(value) && value.length === 0) return '';
	return `,${JSON.stringify(field)}:${JSON.stringify(value)}`;
}

export function joinTemplates(templates: readonly string[]): string {
	return `[${templates.join(',')}]`;
}

export function parseTemplates(json: string): Template[] {
	const parsed: unknown = JSON.parse(json);
	if (!Array.isArray(parsed)) throw new PageFormatError('it has no table');
	return parsed.map((template) => {
		const all = { ...usual, reactions: [], ...template };
		const { side, sender, kind, truncated, edited, deleted, reactions, ...others } = all;
		const { precision, bounds, hasQuote, ...more } = others;
		return {
			...{ side, sender, kind, truncated, edited, deleted, reactions },
			...{ precision, bounds, hasQuote },
			more: Object.keys(more).length > 0 ? more : null,
		};
	});
}

export function boundsOf({ from, to, precision }: Message['sentAt']): Bounds {
	if (from === null) return to === null ? 'none' : 'to';
	if (to === null) return 'from';
	return from + usualSpanMs[precision] === to ? 'usual' : 'both';
}
