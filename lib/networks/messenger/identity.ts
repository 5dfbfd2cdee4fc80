/** Addresses, chat ids and accounts. One chat keeps its digits under every path and host. */
import type { ReadContext } from '../adapter';

const hosts = new Set(['www.messenger.com', 'www.facebook.com', 'web.facebook.com']);

/** `/t/…`, `/e2ee/t/…`, with or without `/messages`, also in the folders (2026-08). */
const threadPath =
	/^\/(?:messages\/)?(?:(?:e2ee|requests|archived|marketplace)\/)*t\/(\d{1,30})\/?$/u;
const signedOutPath = /^\/(?:login|checkpoint|two_step_verification)(?:[./]|$)/u;
const viewerPath = /^\/(?:messenger_media|messages\/(?:attachment_preview|media_viewer))(?:\/|$)/u;
const archivePath = /^\/(?:messages\/)?archived(?:\/|$)/u;

export function isMessengerHost(url: URL): boolean {
	return hosts.has(url.hostname);
}

/** Facebook is Messenger under `/messages` only; the rest of it is never read. */
export function isMessengerPage(url: URL): boolean {
	if (url.hostname === 'www.messenger.com') return true;
	return isMessengerHost(url) && /^\/messages(?:\/|$)/u.test(url.pathname);
}

export function isSignedOutPage(url: URL): boolean {
	return signedOutPath.test(url.pathname);
}

export function isMediaViewer(url: URL): boolean {
	return viewerPath.test(url.pathname);
}

export function isArchive(url: URL): boolean {
	return archivePath.test(url.pathname);
}

/** Digits of the chat that an address opens; `null` for folders, vanity names, new chats. */
export function chatIdOf(url: URL): string | null {
	return isMessengerHost(url) ? (url.pathname.match(threadPath)?.[1] ?? null) : null;
}

/**
 * Digits of the chat that a link in the page opens. Links of the left bar carry the
 * digits of the newest chat and a focus target (messenger.com, 2026-08): no chat rows.
 */
export function chatIdOfLink(link: Element, page: URL): string | null {
	const href = link.getAttribute('href');
	if (href === null || !URL.canParse(href, page)) return null;
	const url = new URL(href, page);
	return url.searchParams.has('focus_target') ? null : chatIdOf(url);
}

/** The signed-in user's id from the one cookie that holds it, else `null`. */
export function readAccount(context: ReadContext): string | null {
	const value = context.cookie?.('c_user') ?? null;
	return value !== null && /^\d{1,30}$/u.test(value) ? value : null;
}

/** `<html lang>` first: the page's words are in it. */
export function languagesOf(context: ReadContext): string[] {
	const own = context.document.documentElement?.getAttribute('lang');
	return [...(own ? [own] : []), ...context.languages];
}
