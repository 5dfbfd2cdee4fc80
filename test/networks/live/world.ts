import type { Network } from '@/lib/model';
import type { Scenario, ScenarioChat, ScenarioMessage, SiteAction } from '../../sites/scenario';

/** What a page may have shown of a message at a time: `null` once it was unsent. */
export type Look = string | null;

/** A message as it was said, and what of it the page has shown so far. */
export interface Said {
	message: ScenarioMessage;
	isUnsent: boolean;
	/** Whether it was drawn while nobody looked for certain, or in a reading that counts. */
	seen: 'never' | 'perhaps' | 'surely';
	/** How it looked in the last reading that counts, and since. */
	looks: Set<Look>;
}

export interface WorldChat extends Omit<ScenarioChat, 'messages'> {
	readonly name: string;
	readonly said: Said[];
}

/** The messenger behind the page, kept apart from the stand-in: what the inbox is compared with. */
export class World {
	readonly network: Network;
	readonly chats: WorldChat[];
	openChat: WorldChat | null = null;
	isHidden = false;
	language: string;
	readonly #scenario: Scenario;

	constructor(network: Network, scenario: Scenario) {
		this.network = network;
		this.#scenario = scenario;
		this.language = scenario.language;
		this.chats = scenario.chats.map((chat) => ({
			...chat,
			name: chat.title ?? chat.personIds.map((id) => this.#nameOf(id)).join(', '),
			said: chat.messages.map((message) => ({
				message: { ...message },
				isUnsent: false,
				seen: 'never',
				looks: new Set<Look>(),
			})),
		}));
	}

	apply(action: SiteAction): void {
		const chat = 'chatId' in action ? this.chats.find(({ id }) => id === action.chatId) : undefined;
		const said =
			'messageId' in action
				? chat?.said.find(({ message }) => message.id === action.messageId)
				: undefined;
		switch (action.do) {
			case 'arrive':
				chat?.said.push({
					message: { ...action.message },
					isUnsent: false,
					seen: 'never',
					looks: new Set(),
				});
				if (chat && chat !== this.openChat && action.message.from !== 'me') {
					chat.unread = typeof chat.unread === 'number' ? chat.unread + 1 : 1;
				}
				return;
			case 'edit':
				if (said) said.message = { ...said.message, text: action.text, edited: true };
				return;
			case 'unsend':
				if (said) said.isUnsent = true;
				return;
			case 'react':
				if (!said) return;
				said.message.reactions = [...(said.message.reactions ?? []), action.emoji];
				return;
			case 'read':
				if (chat) chat.unread = 0;
				return;
			case 'open':
				this.openChat = chat ?? null;
				if (chat) chat.unread = 0;
				return;
			case 'close':
				this.openChat = null;
				return;
			case 'hide':
			case 'show':
				this.isHidden = action.do === 'hide';
				return;
			case 'language':
				this.language = action.language;
		}
	}

	/** Notes what stands on the page. `isSure`: a reading that counts was taken of it. */
	notice(drawn: readonly string[], isSure: boolean): void {
		const shown = (this.openChat?.said ?? []).filter(({ message }) => drawn.includes(message.id));
		const lastBubble = shown.findLastIndex(({ message }) => message.kind !== 'system');
		for (const [index, said] of shown.entries()) {
			// At the end of a thread on Instagram, "Seen" and a notice look the same.
			const isPlain = this.network !== 'instagram' || index <= lastBubble;
			if (isSure && isPlain) said.looks.clear();
			said.looks.add(lookOf(said));
			if ((isSure && isPlain) || said.seen === 'surely') said.seen = 'surely';
			else said.seen = 'perhaps';
		}
	}

	/** What a page that is loaded now has to show. */
	scenario(): Scenario {
		const chats = this.chats.map(({ said, name: _, ...chat }): ScenarioChat => {
			const messages = said.flatMap(({ message, isUnsent }): ScenarioMessage[] => {
				if (!isUnsent) return [{ ...message }];
				const { id, from, sentAt } = message;
				return this.network === 'instagram' ? [] : [{ id, from, sentAt, kind: 'deleted' }];
			});
			return { ...chat, messages };
		});
		return { ...this.#scenario, language: this.language, chats };
	}

	#nameOf(personId: string): string {
		return this.#scenario.people.find(({ id }) => id === personId)?.name ?? personId;
	}
}

function lookOf({ message, isUnsent }: Said): Look {
	return isUnsent ? null : (message.text ?? '');
}
