import type { ComponentChildren } from 'preact';
import type { ChatRow } from '@/lib/model';
import { Avatar } from '../Avatar';
import { timerSource } from '../words/expiry';
import { shownTitle } from '../words/titles';
import './ChatLine.css';

interface ChatLineProps {
	row: ChatRow;
	/** What it shows beside its name, for whoever does not see it. */
	spoken: string;
	onOpen: (chatKey: string) => void;
	/** At the line's end. */
	children?: ComponentChildren;
}

/** A chat with the rule that it lives by; no word of its messages. */
export function ChatLine({ row, spoken, onOpen, children }: ChatLineProps) {
	const { chat } = row;
	return (
		<button
			type="button"
			class="chat-line"
			data-chat={chat.key}
			data-timer={row.timer}
			data-timer-from={row.timerFrom}
			onClick={() => onOpen(chat.key)}
		>
			<span class="visually-hidden">
				<bdi>{shownTitle(chat.title)}</bdi>, {spoken}
			</span>
			<Avatar chatKey={chat.key} title={chat.title} network={chat.network} />
			<span class="chat-line-main" aria-hidden="true">
				<span class="chat-line-title" data-part="title">
					<bdi>{shownTitle(chat.title)}</bdi>
				</span>
				<span class="chat-line-rule">{timerSource(row)}</span>
			</span>
			<span class="chat-line-end" aria-hidden="true">
				{children}
			</span>
		</button>
	);
}
