import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type CommandAnswer, type InboxCommand, inboxCommandSchema } from '../messaging';
import { isOwnPage } from './sender';

const messageSchema = v.object({ protocol: v.literal('inbox'), ask: v.unknown() });

/** Listens to our own pages; anyone else is refused, as is what is not in the list of commands. */
export function hearPages(answer: (command: InboxCommand) => Promise<CommandAnswer>): void {
	browser.runtime.onMessage.addListener((message: unknown, sender) => {
		const parsed = v.safeParse(messageSchema, message);
		if (!parsed.success) return undefined;
		const ask = v.safeParse(inboxCommandSchema, parsed.output.ask);
		const isOwn = isOwnPage(sender, browser.runtime.id, browser.runtime.getURL(''));
		if (!isOwn || !ask.success) return Promise.resolve({ done: false, reason: 'refused' });
		return answer(ask.output);
	});
}
