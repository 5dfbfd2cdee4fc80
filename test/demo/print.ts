import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { inspect } from 'node:util';
import type { ReadChat } from '../browser/inbox.ts';

/** The unified list for other programs. */
export function inboxJson(chats: readonly ReadChat[]): string {
	return JSON.stringify({
		chats: chats.map(({ network, title, preview, unread, messages, expiry }) => ({
			network,
			title,
			preview,
			unread,
			messageCount: messages.length,
			expiry,
		})),
	});
}

/** The unified list for people; Node's own table knows how wide emoji and CJK are. */
export function inboxTable(chats: readonly ReadChat[]): string {
	let text = '';
	const stdout = new Writable({
		write(chunk, _encoding, done) {
			text += String(chunk);
			done();
		},
	});
	new Console({ stdout }).table(
		chats.map(({ network, title, preview, unread, messages, expiry }) => ({
			network: bare(network),
			chat: bare(title),
			preview: bare(preview.length > 40 ? `${[...preview].slice(0, 40).join('')}…` : preview),
			unread: bare(unread === true ? 'yes' : String(unread ?? 'unknown')),
			messages: messages.length,
			expiry: bare(expiry),
		})),
	);
	return text.trimEnd();
}

/** Text that the table prints without quotes. */
function bare(text: string) {
	return { [inspect.custom]: () => text };
}
