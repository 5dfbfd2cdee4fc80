import type { CommandAnswer, InboxCommand } from '@/lib/messaging';
import type { Timer } from '@/lib/model';
import { beginCatchUp, endCatchUp } from './catch-up';
import { deleteChats, flagChats } from './chat-flags';
import type { OpenInbox } from './open-inbox';
import type { Queue } from './queue';
import { failureCode, reportFailure } from './report-failure';
import type { Schedule } from './schedule';
import { giveHostsBack, settleTurnedOff } from './turn-off';

const done: CommandAnswer = { done: true };

interface Parts {
	openInbox: OpenInbox;
	queue: Queue;
	schedule: Pick<Schedule, 'expire'>;
	/** Brings the readers in line with what is allowed now. */
	alignReaders(): Promise<void>;
}

/** Does what our own pages ask for; answers once it is on disk. */
export function createInboxService({ openInbox, queue, schedule, alignReaders }: Parts) {
	const obey = async (ask: InboxCommand): Promise<CommandAnswer> => {
		switch (ask.command) {
			case 'set-chat-timer': {
				const answer = await queue.run(() => setChatTimer(openInbox, ask.chatKey, ask.timer));
				await schedule.expire();
				return answer;
			}
			case 'set-default-timer':
				await queue.run(async () =>
					(await openInbox()).put({ settings: { defaultTimer: ask.timer } }),
				);
				await schedule.expire();
				return done;
			case 'flag-chats':
				return queue.run(() => flagChats(openInbox, ask.patches));
			case 'delete-chats':
				return queue.run(() => deleteChats(openInbox, ask.chatKeys));
			case 'catch-up':
				return beginCatchUp(ask.network, ask.show);
			case 'end-catch-up':
				return endCatchUp(ask.network);
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

/** `null` returns the chat to the default. A shorter timer applies at once to what is stored. */
async function setChatTimer(
	openInbox: OpenInbox,
	chatKey: string,
	timer: Timer | null,
): Promise<CommandAnswer> {
	const inbox = await openInbox();
	const chat = (await inbox.chats()).find(({ key }) => key === chatKey);
	if (!chat) return { done: false, reason: 'unknown-chat' };
	const { timer: _, ...rest } = chat;
	await inbox.put({ chats: [timer === null ? rest : { ...rest, timer }] });
	return done;
}
