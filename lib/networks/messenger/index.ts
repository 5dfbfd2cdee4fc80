import type { ReaderState, Reading } from '../../model';
import type { Adapter, ReadContext } from '../adapter';
import { activityOf } from '../open-activity';
import { readChats } from './chats';
import { isMessengerHost, isMessengerPage, isSignedOutPage, readAccount } from './identity';
import { prepare } from './prepare';
import { decideState, stateOfAddress } from './state';
import { readThread } from './thread';

const unsettledRereadMs = 1_000;

/**
 * Reads Messenger on messenger.com and facebook.com: both are one inbox. Passive; what
 * it cannot read is a problem in the reading, never an error.
 */
export const adapter: Adapter = {
	network: 'messenger',
	/** The log-in pages too: that an account was signed out must be seen. */
	isAwake: (url) => isMessengerPage(url) || (isMessengerHost(url) && isSignedOutPage(url)),
	prepare,
	read: async (context) => {
		try {
			return readPage(context);
		} catch {
			return emptyReading('degraded', ['reader-failed']);
		}
	},
};

function readPage(context: ReadContext): Reading {
	const state = stateOfAddress(context);
	if (state !== null && state !== 'covered') return emptyReading(state);
	const list = readChats(context);
	const thread = readThread(context, list);
	const problems = [...list.problems, ...thread.problems];
	const settled = state ?? decideState(context, list, thread, problems);
	if (settled === 'signed-out') return emptyReading(settled);
	const open = list.chats.find(({ open }) => open);
	if (open && thread.thread?.chatId === open.id) {
		open.group = thread.group;
		const newest = thread.thread?.messages.at(-1);
		open.lastActivity = activityOf(open.lastActivity, newest?.sentAt);
	}
	return {
		network: 'messenger',
		state: settled,
		layers: { chats: list.layer, messages: thread.layer },
		account: readAccount(context),
		chats: list.chats,
		thread: thread.thread,
		problems: [...new Set(problems)],
		...(thread.isUnsettled && { rereadAfterMs: unsettledRereadMs }),
	};
}

function emptyReading(state: ReaderState, problems: string[] = []): Reading {
	return {
		network: 'messenger',
		state,
		layers: { chats: null, messages: null },
		account: null,
		chats: [],
		thread: null,
		problems,
	};
}
