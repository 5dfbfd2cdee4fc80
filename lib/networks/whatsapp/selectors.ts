/**
 * Every selector of WhatsApp Web. The date names the newest evidence: a saved page of
 * that day, or what WhatsApp's own modules or a live reader reported. Never here: class
 * names that are made per release (`x…`, `_ak…`), translated labels, positions.
 */
export * as frame from './frame-selectors';
export * as icons from './icons';
export * as list from './list-selectors';
export * as pieces from './piece-selectors';
export * as thread from './thread-selectors';
