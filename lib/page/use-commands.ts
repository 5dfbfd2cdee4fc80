import { useCallback, useEffect, useState } from 'preact/hooks';
import type { CommandAnswer, InboxCommand } from '@/lib/messaging';
import { sendCommand } from '@/lib/messaging/send-command';

type Failure = 'quota' | 'host-required' | 'command';

/** How long a failure is said. */
const saidMs = 6_000;

interface Commands {
	failure: Failure | null;
	send: (command: InboxCommand) => void;
	/** Says so if what was asked for in another way did not happen. */
	follow: (answer: Promise<CommandAnswer>) => void;
}

/** Sends commands to the background, and says for a while when one was not done. */
export function useCommands(): Commands {
	const [failure, setFailure] = useState<Failure | null>(null);

	useEffect(() => {
		if (failure === null) return;
		const timer = setTimeout(setFailure, saidMs, null);
		return () => clearTimeout(timer);
	}, [failure]);

	const follow = useCallback((answer: Promise<CommandAnswer>) => {
		answer.then(
			(given) => setFailure(failureOf(given)),
			(error: unknown) => {
				console.error(error);
				setFailure('command');
			},
		);
	}, []);
	const send = useCallback((command: InboxCommand) => follow(sendCommand(command)), [follow]);

	return { failure, send, follow };
}

function failureOf(answer: CommandAnswer): Failure | null {
	if (answer.done) return null;
	const { reason } = answer;
	return reason === 'quota' || reason === 'host-required' ? reason : 'command';
}
