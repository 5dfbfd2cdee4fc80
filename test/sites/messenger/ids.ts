/** Ids in the page's two forms, with the real time inside: `(ms << 22) | random`. */
import { hashText } from '../random';
import type { StageChat, StageMessage } from '../stage';

export function messageIdOf(chat: StageChat, message: StageMessage): string {
	const random = BigInt(hashText(message.id) & 0x3fffff);
	const number = (BigInt(message.sentAt) << 22n) | random;
	if (!chat.encrypted) return classicId(chat, message, number);
	// In 1:1 chats the other's user id stands before the @. For groups no page was seen.
	return chat.isGroup
		? `${chat.nativeId}@g.us.${number}`
		: `${userId(chat.personIds[0] ?? chat.id)}@msgr.${number}`;
}

/** One letter, then 21 bytes in base64url: 13 that name the sender, 8 of the number. */
function classicId(chat: StageChat, message: StageMessage, number: bigint): string {
	const bytes = [...'0123456789abc'].map(
		(_digit, index) => hashText(`${message.from}${index}`) & 0xff,
	);
	for (let shift = 56n; shift >= 0n; shift -= 8n) bytes.push(Number((number >> shift) & 0xffn));
	const encoded = btoa(String.fromCharCode(...bytes));
	const letter = chat.isGroup ? 'g' : 'c';
	return `mid.$${letter}${encoded.replaceAll('+', '-').replaceAll('/', '_')}`;
}

/** 15 digits, as user ids have today. */
export function userId(personId: string): string {
	return `1000${String(hashText(personId)).padStart(11, '0')}`;
}
