import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Reading } from '@/lib/model';
import { adapter } from '@/lib/networks/whatsapp';
import { address } from './address';

const folder = '../shared/saved-pages/whatsapp/';

/** Why tests over saved pages are skipped, where they are. */
export const hasSavedPages = existsSync(folder);

/** Pages of 2026: what a reader meets today. */
export function currentPages(): string[] {
	return savedPages().filter((name) => name.startsWith('2026'));
}

export function savedPages(): string[] {
	return hasSavedPages ? readdirSync(folder).filter((name) => name.endsWith('.html')) : [];
}

/** A piece without a frame is put into the smallest that it was cut from: an open chat. */
export function openPage(name: string): Document {
	const html = readFileSync(folder + name, 'utf8');
	const isWhole = /^\s*<(?:!doctype|html|div id="main")/iu.test(html);
	return new DOMParser().parseFromString(
		isWhole ? html : `<div id="main">${html}</div>`,
		'text/html',
	);
}

export interface Circumstances {
	now?: string;
	languages?: readonly string[];
	/** Passes over the page, a minute apart. */
	passes?: number;
}

/** What a reader makes of a page that it has watched for that many passes. */
export async function readSaved(
	document: Document,
	{ now = '2026-08-12T18:00', languages = ['en-GB'], passes = 1 }: Circumstances = {},
): Promise<Reading> {
	const memory = new Map<string, unknown>();
	const openedAt = Date.parse(now) - (passes - 1) * 60_000;
	let reading: Reading | null = null;
	for (let pass = 0; pass < passes; pass += 1) {
		reading = await adapter.read({
			document,
			url: address,
			now: openedAt + pass * 60_000,
			languages,
			openedAt,
			visible: true,
			memory,
		});
	}
	if (!reading) throw new Error('at least one pass');
	return reading;
}
