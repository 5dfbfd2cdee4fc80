import type { Furniture, Line } from './furnish';

export interface CrowdSize {
	/** Chats of one line each. */
	chats: number;
	/** Messages of the one long chat, which comes first. */
	messages: number;
	/** Of those, the newest so many that others wrote are unread. */
	unread: number;
}

const networks = ['whatsapp', 'messenger', 'instagram'] as const;

/** More people than a list can draw, and one chat that is longer than any view. */
export function crowd({ chats, messages, unread }: CrowdSize): Furniture[] {
	const long: Furniture = {
		network: 'whatsapp',
		title: 'The long one',
		minutesAgo: 1,
		chat: { unread },
		lines: Array.from(
			{ length: messages },
			(_, index): Line => [index % 3 === 0 ? 'me' : 'The long one', `Line ${index}`],
		),
	};
	const others = Array.from(
		{ length: chats },
		(_, index): Furniture => ({
			network: networks[index % 3] ?? 'whatsapp',
			title: `Neighbour ${index}`,
			minutesAgo: 2 + index,
			lines: [[`Neighbour ${index}`, `Hello from number ${index}`]],
		}),
	);
	return [long, ...others];
}
