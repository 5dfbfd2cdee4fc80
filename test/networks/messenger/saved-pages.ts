import { existsSync, readFileSync } from 'node:fs';

const folder = '../shared/saved-pages/messenger';

export const hasSavedPages = existsSync(folder);
export const skipReason = hasSavedPages ? '' : ` (skipped: no ${folder})`;

export function savedPage(name: string): string {
	return readFileSync(`${folder}/${name}`, 'utf8');
}

/** Saved from, or cut out of, live pages of 2026-08: each nesting is the page's own. */
export const livePages = [
	'inline-crm-chatrows-live.en.html',
	'postpuller-thread-reactions.excerpt.html',
	'postpuller-thread-weekday-dates.html',
] as const;

/** Markup that other projects' tests of 2026 put together: attributes count, nesting does not. */
export const composedPages = [
	'inline-deskwrapper-unread-rows.en.html',
	'inline-soloagency-drawer.en.html',
] as const;

/** Meta Business Suite: another client, which is not read. */
export const businessPages = [
	'publiccrm-business-suite-header.outerhtml.html',
	'publiccrm-business-suite-inbox.html',
	'publiccrm-business-suite-thread.html',
] as const;
