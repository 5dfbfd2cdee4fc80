import { useCallback, useMemo } from 'preact/hooks';
import { chooseTimer, type TimerChoice } from '@/lib/inbox/choose-timer';
import type { InboxCommand } from '@/lib/messaging';
import type { InboxView, Settings } from '@/lib/model';
import type { Store } from '@/lib/store/store';

interface TimerDesk {
	settings: Settings;
	choose: (choice: TimerChoice) => void;
	countGoing: (choice: TimerChoice) => Promise<number>;
}

/** Where timers are looked up and changed, `null` until the store is open. */
export function useTimerDesk(
	store: Store | null,
	inbox: InboxView | null,
	send: (command: InboxCommand) => void,
): TimerDesk | null {
	const countGoing = useCallback(
		async (choice: TimerChoice) => {
			if (!store) return 0;
			const now = Date.now();
			const [chats, settings] = await Promise.all([store.chats(), store.settings()]);
			const rules = chooseTimer(choice, chats, settings, now);
			return rules ? store.countGoing(rules, now) : 0;
		},
		[store],
	);
	const settings = inbox?.settings ?? null;
	return useMemo(
		() => settings && { settings, countGoing, choose: (choice) => send(commandOf(choice)) },
		[settings, countGoing, send],
	);
}

function commandOf(choice: TimerChoice): InboxCommand {
	switch (choice.scope) {
		case 'chat':
			return {
				command: 'set-chat-timer',
				chatKey: choice.chatKey,
				timer: choice.timer,
				clock: choice.clock,
			};
		case 'network':
			return { command: 'set-network-timer', network: choice.network, timer: choice.timer };
		case 'default':
			return { command: 'set-default-timer', timer: choice.timer };
	}
}
