/**
 * What the three stand-ins share: the scenario as it stands now, the actions that
 * change it, and the control object. Each site only draws.
 */
import type {
	Scenario,
	ScenarioAccount,
	ScenarioChat,
	ScenarioMessage,
	ScenarioNetwork,
	ScenarioPerson,
	SiteAction,
	SiteControl,
} from './scenario';

/** The state that a site draws. Times of messages stay as the scenario gives them. */
export interface Stage {
	readonly scenario: Scenario;
	readonly network: ScenarioNetwork;
	readonly account: ScenarioAccount;
	/** The account's own person. */
	readonly me: ScenarioPerson;
	/** This network's chats with their messages as they are now. */
	readonly chats: StageChat[];
	openChat: StageChat | null;
	language: string;
	signedOut: boolean;
	/** As if the tab were in the background. */
	hidden: boolean;
	/** First row or message (counted from the oldest) in view, `null` = where the page opens. */
	listScroll: number | null;
	threadScroll: number | null;
}

export interface StageMessage extends ScenarioMessage {
	/** Unsent here: WhatsApp and Messenger leave a tombstone, Instagram nothing. */
	unsent: boolean;
}

export interface StageChat extends Omit<ScenarioChat, 'messages'> {
	readonly isGroup: boolean;
	readonly name: string;
	messages: StageMessage[];
}

/** What a site brings. */
export interface Drawing {
	network: ScenarioNetwork;
	/** Draws the whole page anew or changes it in place; called after each action. */
	draw(stage: Stage, action: SiteAction | null): void | Promise<void>;
	nativeMessageId(stage: Stage, chat: StageChat, message: StageMessage): string | null;
	/** Scenario ids of rows in the DOM now, in visual order. */
	shownChats(stage: Stage): string[];
	/** Scenario ids of drawn messages, oldest first. */
	shownMessages(stage: Stage): string[];
}

export function personOf(stage: Stage, id: string): ScenarioPerson {
	return stage.scenario.people.find((person) => person.id === id) ?? { id, name: id };
}

export function isMine(stage: Stage, message: ScenarioMessage): boolean {
	return message.from === stage.me.id;
}

/** Newest first, pinned before all; archived left out. */
export function listedChats(stage: Stage): StageChat[] {
	return stage.chats
		.filter((chat) => !chat.archived)
		.sort(
			(one, other) =>
				Number(other.pinned ?? false) - Number(one.pinned ?? false) ||
				lastActivity(other) - lastActivity(one),
		);
}

export function lastMessage(chat: StageChat): StageMessage | undefined {
	return chat.messages.at(-1);
}

export function lastActivity(chat: StageChat): number {
	return lastMessage(chat)?.sentAt ?? 0;
}

/** Sets the page up, plays the scenario's events and puts the control at `window.site`. */
export function startSite(drawing: Drawing): SiteControl {
	const stage = makeStage(window.scenario, drawing.network);
	const act = async (action: SiteAction): Promise<void> => {
		apply(stage, action);
		await drawing.draw(stage, action);
	};
	const ready = Promise.resolve(drawing.draw(stage, null));
	for (const event of stage.scenario.events) {
		const belongsHere =
			!('chatId' in event) || stage.chats.some((chat) => chat.id === event.chatId);
		if (belongsHere) setTimeout(() => void ready.then(() => act(event)), event.afterMs);
	}
	window.site = {
		act,
		ready,
		shownChats: () => drawing.shownChats(stage),
		shownMessages: () => drawing.shownMessages(stage),
		nativeMessageId: (messageId) => {
			for (const chat of stage.chats) {
				const message = chat.messages.find((candidate) => candidate.id === messageId);
				if (message) return drawing.nativeMessageId(stage, chat, message);
			}
			return null;
		},
	};
	return window.site;
}

function makeStage(scenario: Scenario, network: ScenarioNetwork): Stage {
	const account = scenario.accounts.find((candidate) => candidate.network === network);
	if (!account) throw new Error(`the scenario has no account on ${network}`);
	const person = (id: string): ScenarioPerson =>
		scenario.people.find((candidate) => candidate.id === id) ?? { id, name: id };
	return {
		scenario,
		network,
		account,
		me: person(account.personId),
		chats: scenario.chats
			.filter((chat) => chat.network === network)
			.map((chat) => ({
				...chat,
				isGroup: chat.group ?? chat.personIds.length > 1,
				name: chat.title ?? chat.personIds.map((id) => person(id).name).join(', '),
				messages: chat.messages.map((message) => ({ ...message, unsent: false })),
			})),
		openChat: null,
		language: scenario.language,
		signedOut: false,
		hidden: false,
		listScroll: null,
		threadScroll: null,
	};
}

function apply(stage: Stage, action: SiteAction): void {
	switch (action.do) {
		case 'arrive': {
			const chat = chatOf(stage, action.chatId);
			chat.messages.push({ ...action.message, unsent: false });
			const isSeen = chat === stage.openChat || isMine(stage, action.message);
			if (!isSeen) chat.unread = typeof chat.unread === 'number' ? chat.unread + 1 : 1;
			return;
		}
		case 'edit': {
			const message = messageOf(chatOf(stage, action.chatId), action.messageId);
			message.text = action.text;
			message.edited = true;
			return;
		}
		case 'unsend': {
			const chat = chatOf(stage, action.chatId);
			const message = messageOf(chat, action.messageId);
			message.unsent = true;
			if (stage.network === 'instagram') chat.messages.splice(chat.messages.indexOf(message), 1);
			return;
		}
		case 'react': {
			const message = messageOf(chatOf(stage, action.chatId), action.messageId);
			message.reactions = [...(message.reactions ?? []), action.emoji];
			return;
		}
		case 'read':
			chatOf(stage, action.chatId).unread = 0;
			return;
		case 'open':
			stage.openChat = chatOf(stage, action.chatId);
			stage.openChat.unread = 0;
			stage.threadScroll = null;
			return;
		case 'close':
			stage.openChat = null;
			return;
		case 'scroll-list':
			stage.listScroll = action.to;
			return;
		case 'scroll-thread':
			stage.threadScroll = action.to;
			return;
		case 'language':
			stage.language = action.language;
			return;
		case 'sign-out':
			stage.signedOut = true;
			stage.openChat = null;
			return;
		case 'hide':
			stage.hidden = true;
			return;
		case 'show':
			stage.hidden = false;
			return;
	}
}

function chatOf(stage: Stage, id: string): StageChat {
	const chat = stage.chats.find((candidate) => candidate.id === id);
	if (!chat) throw new Error(`no chat ${id} on ${stage.network}`);
	return chat;
}

function messageOf(chat: StageChat, id: string): StageMessage {
	const message = chat.messages.find((candidate) => candidate.id === id);
	if (!message) throw new Error(`no message ${id} in chat ${chat.id}`);
	return message;
}
