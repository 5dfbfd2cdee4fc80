import { useEffect, useRef } from 'preact/hooks';
import type { InboxCommand } from '@/lib/messaging';
import type { ChatRow, ShownMessage } from '@/lib/model';

/** Tells which messages of the open chat were shown, where its clocks run from first reading. */
export function useNoteRead(
	row: ChatRow | null,
	messages: readonly ShownMessage[],
	send: (command: InboxCommand) => void,
): void {
	const told = useRef(new Set<string>());
	const chatKey = row?.chat.clock === 'read' ? row.chat.key : null;

	useEffect(() => {
		if (chatKey === null || document.visibilityState === 'hidden') return;
		const isNew = ({ key, side, readAt }: ShownMessage) =>
			side !== 'mine' && readAt === undefined && !told.current.has(key);
		const messageKeys = messages.filter(isNew).map(({ key }) => key);
		if (messageKeys.length === 0) return;
		for (const key of messageKeys) told.current.add(key);
		send({ command: 'note-read', chatKey, messageKeys });
	}, [chatKey, messages, send]);
}
