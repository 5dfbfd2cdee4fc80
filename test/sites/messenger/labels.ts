/** What a message's two labels say, in one line. */
import { isMine, personOf, type Stage, type StageChat, type StageMessage } from '../stage';
import { spokenTime } from './times';
import { fill, wordsOf } from './words';

/** People whose names have arrived: until then labels say "Facebook user" (2026-08). */
const named = new Set<string>();

export interface MessageLabels {
	row: string;
	button: string;
}

export function labelsOf(stage: Stage, chat: StageChat, message: StageMessage): MessageLabels {
	const words = wordsOf(stage.language);
	const who = senderName(stage, chat, message);
	const time = spokenTime(message.sentAt, Date.now(), stage.language);
	const body = message.text?.replaceAll('\n', ' ') ?? '';
	if (isTombstone(message) || message.kind === 'system') {
		const sentence = isTombstone(message) ? unsentSentence(stage, message) : body;
		const row = fill(words.statement, { time, text: sentence });
		return { row, button: row };
	}
	// Without a text, labels stop after the sender.
	const cut = (label: string): string => (body === '' ? label.replace(/\s*[:：]\s*$/u, '') : label);
	return {
		row: cut(fill(words.row, { time, who, text: body })),
		button: cut(fill(words.button, { time, who, text: body })),
	};
}

/** Whether the labels were changed, now that the sender's name is there. */
export function learnName(message: StageMessage): boolean {
	const isNew = !named.has(message.from);
	named.add(message.from);
	return isNew;
}

/** In 1:1 chats labels use the first name, as three of four saved pages do. */
function senderName(stage: Stage, chat: StageChat, message: StageMessage): string {
	const words = wordsOf(stage.language);
	if (isMine(stage, message)) return words.you;
	if (!named.has(message.from)) return words.someone;
	return chat.isGroup ? personOf(stage, message.from).name : firstName(stage, message);
}

export function firstName(stage: Stage, message: StageMessage): string {
	const { name } = personOf(stage, message.from);
	return name.split(' ')[0] ?? name;
}

export function unsentSentence(stage: Stage, message: StageMessage): string {
	const words = wordsOf(stage.language);
	const who = isMine(stage, message) ? words.you : firstName(stage, message);
	return fill(words.unsent, { who });
}

export function isTombstone(message: StageMessage): boolean {
	return message.unsent || message.kind === 'deleted';
}
