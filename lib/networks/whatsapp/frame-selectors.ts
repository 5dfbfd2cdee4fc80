import { message } from './piece-selectors';

/** What tells the page and its session apart from any other page. */

/** `<html>` of all 442 index pages of 2026-07-21..09-21; absent in 2022. */
export const page = '#whatsapp-web';
/** Boot shell, gone once the app is there; 2026-09-21. */
export const startup = '#wa_web_initial_startup';
/** 2022-10 .. 2026-09. */
export const app = '#app';
/** Left column with search and list; 2022-10 .. 2026-09, never reported broken. Other sites have one, too. */
export const side = '#side';
/** Scroller of the chat list; 2022-10 .. 2026-09. Gone while a call or picture covers it. */
export const pane = '#pane-side';
/** The open chat, there only while one is open; 2020 .. 2026-09. */
export const main = '#main';
/** Pairing code. Its attribute holds the pairing secret: matched, never read; 2026. */
export const pairing = '[data-ref] canvas';
/** The same while it is drawn anew, or has run out. */
export const pairingPlace = '[data-ref]';
/** The same where a wrapper is missing: a canvas while neither list nor chat is there. */
export const pairingCanvas = '#app canvas';
/** What only a signed-in page has, whatever its layout. */
export const signedInParts =
	'[role="grid"], [role="row"], [role="listitem"], [contenteditable="true"], [data-id]';
/** What may stand before everything else: a picture in full, a question. */
export const dialog = '[role="dialog"]';
/** What makes `#main` WhatsApp's: many pages have an element of that id. */
export const threadParts = message.replace(/[^,]+/gu, '#main $&');
