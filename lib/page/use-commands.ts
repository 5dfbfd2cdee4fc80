import { useCallback, useEffect, useState } from 'preact/hooks';
import type { InboxCommand } from '@/lib/messaging';
import { sendCommand } from '@/lib/messaging/send-command';

type Failure = 'quota' | 'host-required' | 'command';

/** How long a failure is said. */
const saidMs = 6_000;

interface Commands {
	failure: Failure | null;
	send: (command: InboxCommand) => void;
	/** Says so if something else that was asked for did not happen. */
	follow: (done: Promise<boolean>) => void;
}

/** Sends commands to the background, and says for a while when one was not done. */
export function useCommands(): Commands {
	const [failure, setFailure] = useState<Failure | null>(null);

	useEffect(() => {
		if (failure === null) return;
		const timer = setTimeout(setFailure, saidMs, null);
		return () => clearTimeout(timer);
	}, [failure]);

	const send = useCallback((command: InboxCommand) => {
		void sendCommand(command).then((answer) => {
			if (answer.done) setFailure(null);
			else if (answer.reason === 'quota' || answer.reason === 'host-required') {
				setFailure(answer.reason);
			} else setFailure('command');
		});
	}, []);

	const follow = useCallback((done: Promise<boolean>) => {
		done.then(
			(isDone) => setFailure(isDone ? null : 'command'),
			(error: unknown) => {
				console.error(error);
				setFailure('command');
			},
		);
	}, []);

	return { failure, send, follow };
}
