import type { Message } from '@/lib/model';
import { PageFormatError } from './byte-reader';

/**
 * What many messages of a page have in common, written once. Whatever has no column of its
 * own is part of it, so that nothing a later version adds to a message is lost here.
 */
export type Template = Omit<
	Message,
	'key' | 'rank' | 'text' | 'quote' | 'sentAt' | 'firstSeenAt' | 'signature'
> & {
	precision: Message['sentAt']['precision'];
	bounds: Bounds;
	hasQuote: boolean;
};

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
} as const satisfies Partial<Template>;

export function templateOf(message: Message): string {
	const { key, rank, text, quote, sentAt, firstSeenAt, signature, ...rest } = message;
	const { precision } = sentAt;
	const template: Template = {
		...rest,
		precision,
		bounds: boundsOf(sentAt),
		hasQuote: quote !== null,
	};
	const told: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(template)) {
		if (usual[name as keyof typeof usual] !== value) told[name] = value;
	}
	if (rest.reactions.length === 0) delete told.reactions;
	return JSON.stringify(told);
}

export function joinTemplates(templates: readonly string[]): string {
	return `[${templates.join(',')}]`;
}

export function parseTemplates(json: string): Template[] {
	const parsed: unknown = JSON.parse(json);
	if (!Array.isArray(parsed)) throw new PageFormatError('it has no table');
	return parsed.map((template) => ({ ...usual, reactions: [], ...template }));
}

export function boundsOf({ from, to, precision }: Message['sentAt']): Bounds {
	if (from === null) return to === null ? 'none' : 'to';
	if (to === null) return 'from';
	return from + usualSpanMs[precision] === to ? 'usual' : 'both';
}
