import type { TimerChoice } from '@/lib/inbox/choose-timer';
import type { CommandAnswer, InboxCommand } from '@/lib/messaging';
import { beginCatchUp, endCatchUp } from './catch-up';
import { deleteMessage, keepMessage, noteRead } from './change-messages';
import { flagChats } from './chat-flags';
import { deleteChats } from './delete-chats';
import { deleteAccount, deleteEverything, deleteNetwork } from './delete-now';
import type { Lock } from './lock';
import type { OpenInbox } from './open-inbox';
import type { Queue } from './queue';
import { failureCode, reportFailure } from './report-failure';
import type { Schedule } from './schedule';
import { setTimer as setChosenTimer } from './set-timer';
import { giveHostsBack, settleTurnedOff } from './turn-off';

const done: CommandAnswer = { done: true };

interface Parts {
	openInbox: OpenInbox;
	queue: Queue;
	schedule: Pick<Schedule, 'expire'>;
	lock: Pick<Lock, 'lock'>;
	/** Does what waited for an unlock. */
	goOn(): Promise<void>;
	/** Brings the readers in line with what is allowed now. */
	alignReaders(): Promise<void>;
}

/** Does what our own pages ask for; answers once it is on disk. */
export function createInboxService(parts: Parts) {
	const { openInbox, queue, schedule, alignReaders, lock, goOn } = parts;
	const setTimer = async (choice: TimerChoice): Promise<CommandAnswer> => {
		// What is due goes by the timer under which it fell due, whenever that is noticed.
		await schedule.expire();
		const answer = await queue.run(() => setChosenTimer(openInbox, choice));
		await schedule.expire();
		return answer;
	};
	const obey = async (ask: InboxCommand): Promise<CommandAnswer> => {
		switch (ask.command) {
			case 'set-chat-timer': {
				const { chatKey, timer, clock } = ask;
				return setTimer({ scope: 'chat', chatKey, timer, clock });
			}
			case 'set-network-timer': {
				const { network, timer } = ask;
				return setTimer({ scope: 'network', network, timer });
			}
			case 'set-default-timer':
				return setTimer({ scope: 'default', timer: ask.timer });
			case 'flag-chats':
				return queue.run(() => flagChats(openInbox, ask.patches));
			case 'delete-chats': {
				const meant = new Set(ask.chatKeys);
				await schedule.expire();
				return queue.run(() => deleteChats(openInbox, ({ key }) => meant.has(key)));
			}
			case 'keep-message': {
				const { chatKey, messageKey, isKept } = ask;
				const answer = await queue.run(() => keepMessage(openInbox, chatKey, messageKey, isKept));
				// What is past its time goes as soon as nobody keeps it.
				if (!isKept) await schedule.expire();
				return answer;
			}
			case 'delete-message':
				return queue.run(() => deleteMessage(openInbox, ask.chatKey, ask.messageKey));
			case 'note-read':
				return queue.run(() => noteRead(openInbox, ask.chatKey, ask.messageKeys));
			case 'delete-account':
				await schedule.expire();
				return queue.run(() => deleteAccount(openInbox, ask.account));
			case 'delete-network':
				await schedule.expire();
				return queue.run(() => deleteNetwork(openInbox, ask.network));
			case 'delete-everything':
				return queue.run(() => deleteEverything(openInbox));
			case 'catch-up':
				return beginCatchUp(ask.network, ask.show);
			case 'end-catch-up':
				return endCatchUp(ask.network);
			case 'lock':
				await lock.lock('asked');
				return done;
			case 'unlocked':
				await goOn();
				return done;
			case 'turn-off': {
				const answer = await giveHostsBack(ask.network);
				await alignReaders();
				return answer;
			}
			case 'settle-turned-off':
				await queue.run(() => settleTurnedOff(ask.network, ask.keep, openInbox));
				return done;
		}
	};
	return (ask: InboxCommand): Promise<CommandAnswer> =>
		obey(ask).catch((error: unknown): CommandAnswer => {
			reportFailure(ask.command, error);
			return { done: false, reason: failureCode(error) };
		});
}
