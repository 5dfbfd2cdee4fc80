import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type CommandAnswer, commandAnswerSchema, type InboxCommand } from '../messaging';

/** How a page's command looks on the wire. */
export interface PageMessage {
	protocol: 'inbox';
	ask: InboxCommand;
}

/** Asks the background to do something; resolves once it is done and on disk, or with why not. */
export async function sendCommand(ask: InboxCommand): Promise<CommandAnswer> {
	const message: PageMessage = { protocol: 'inbox', ask };
	try {
		const answer = v.safeParse(commandAnswerSchema, await browser.runtime.sendMessage(message));
		return answer.success ? answer.output : { done: false, reason: 'no-answer' };
	} catch {
		// Rejects with texts that differ by browser; each means that nobody answered.
		return { done: false, reason: 'no-answer' };
	}
}
