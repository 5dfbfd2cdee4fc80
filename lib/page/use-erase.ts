import { useCallback, useRef } from 'preact/hooks';
import type { CommandAnswer, InboxCommand } from '@/lib/messaging';
import { sendCommand } from '@/lib/messaging/send-command';
import type { Network } from '@/lib/model';

type Erasure =
	| { what: 'network'; network: Network }
	| { what: 'account'; account: { key: string } }
	| { what: 'everything' };

/** Erases and resolves with whether it is done: by then it is effaced. `onAll`: nothing is left. */
export function useErase(
	follow: (answer: Promise<CommandAnswer>) => void,
	onAll: () => void,
): (erasure: Erasure) => Promise<boolean> {
	const latest = useRef(onAll);
	latest.current = onAll;
	return useCallback(
		async (erasure: Erasure) => {
			const answer = sendCommand(commandOf(erasure));
			follow(answer);
			const isDone = (await answer).done;
			if (isDone && erasure.what === 'everything') latest.current();
			return isDone;
		},
		[follow],
	);
}

function commandOf(erasure: Erasure): InboxCommand {
	switch (erasure.what) {
		case 'network':
			return { command: 'delete-network', network: erasure.network };
		case 'account':
			return { command: 'delete-account', account: erasure.account.key };
		case 'everything':
			return { command: 'delete-everything' };
	}
}
