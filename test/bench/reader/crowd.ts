/** A page as full as a person's may be: 500 chats, one of them with 2,000 messages. */
import type {
	Scenario,
	ScenarioChat,
	ScenarioMessage,
	ScenarioNetwork,
} from '../../sites/scenario.ts';

export const crowd = { chats: 500, messages: 2_000 } as const;
/** The chat that is open while messages arrive. */
export const busyChat = 'busy';

const minuteMs = 60_000;
const accountIds: Record<ScenarioNetwork, string> = {
	whatsapp: '4917139200150',
	messenger: '100087355512050',
	instagram: 'ronja.falk',
};

/** @param wave With each wave the guests have other names, so that an old inbox has none of them. */
export function makeCrowd(network: ScenarioNetwork, now: number, wave: number): Scenario {
	const guests = Array.from({ length: crowd.chats }, (_, index) => ({
		id: `guest-${index}`,
		name: `Guest ${wave}-${index}`,
		handle: `guest_${wave}_${index}`,
	}));
	return {
		seed: 5,
		language: 'en',
		people: [{ id: 'me', name: 'Ronja Falk', handle: 'ronja.falk' }, ...guests],
		accounts: [{ network, personId: 'me', id: accountIds[network] }],
		chats: guests.map((guest, index): ScenarioChat => {
			const chatId = index === 0 ? busyChat : `chat-${index}`;
			return {
				id: chatId,
				network,
				nativeId: nativeIdOf(network, index),
				personIds: [guest.id],
				messages:
					index === 0
						? talk(chatId, guest.id, crowd.messages, now - minuteMs)
						: talk(chatId, guest.id, 2, now - index * 17 * minuteMs),
			};
		}),
		events: [],
	};
}

export function chatIdAt(index: number): string {
	return index % crowd.chats === 0 ? busyChat : `chat-${index % crowd.chats}`;
}

export function guestOf(chatId: string): string {
	return chatId === busyChat ? 'guest-0' : `guest-${chatId.slice('chat-'.length)}`;
}

export function guestName(chatId: string, wave: number): string {
	return `Guest ${wave}-${guestOf(chatId).slice('guest-'.length)}`;
}

function nativeIdOf(network: ScenarioNetwork, index: number): string {
	const digits = String(index).padStart(4, '0');
	if (network === 'whatsapp') return `491713920${digits}@c.us`;
	return network === 'messenger' ? `10008735551${digits}` : `1784293001122${digits}`;
}

function talk(chatId: string, guest: string, count: number, endsAt: number): ScenarioMessage[] {
	return Array.from({ length: count }, (_, index) => ({
		id: `${chatId}-${index}`,
		from: index % 3 === 0 ? 'me' : guest,
		kind: 'text' as const,
		text: `${words[index % words.length]} ${chatId} ${index}${index % 10 === 0 ? ' 🌿' : ''}`,
		sentAt: endsAt - (count - index) * minuteMs,
	}));
}

const words = [
	'The kettle is on',
	'I will be a little late, the bus took the other road',
	'Did you water the tomatoes?',
	'Yes',
	'Shall we meet at the bridge and walk from there, or is that too far for you?',
] as const;
