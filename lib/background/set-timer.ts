import { chooseTimer, type TimerChoice } from '@/lib/inbox/choose-timer';
import type { CommandAnswer } from '@/lib/messaging';
import type { OpenInbox } from './open-inbox';

/** Sets a timer. A shorter one applies at once to what is stored, a longer one to what is still there. */
export async function setTimer(openInbox: OpenInbox, choice: TimerChoice): Promise<CommandAnswer> {
	const inbox = await openInbox();
	let isKnown = true;
	await inbox.update(async (stored) => {
		const [chats, settings] = await Promise.all([stored.chats(), stored.settings()]);
		const retimed = chooseTimer(choice, chats, settings, Date.now());
		isKnown = retimed !== null;
		return retimed;
	});
	return isKnown ? { done: true } : { done: false, reason: 'unknown-chat' };
}
