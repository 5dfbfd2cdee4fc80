/**
 * The one format that drives all three stand-in messengers. Invented people only.
 * A scenario is plain JSON: the server puts it into the page, the demo compares the
 * inbox with it. Times are epoch ms.
 */
export type ScenarioNetwork = 'whatsapp' | 'messenger' | 'instagram';

export interface Scenario {
	/** Makes ids, class names and layout noise repeatable. */
	seed: number;
	/** BCP 47; sets `<html lang dir>`, labels, dates. */
	language: string;
	people: ScenarioPerson[];
	accounts: ScenarioAccount[];
	chats: ScenarioChat[];
	/** Played in order after load, `afterMs` since the page's start. */
	events: ScenarioEvent[];
}

export interface ScenarioPerson {
	id: string;
	name: string;
	/** Instagram handle, lower case; derived from the name if absent. */
	handle?: string;
}

/** The signed-in user on one network; `personId` names who it is. */
export interface ScenarioAccount {
	network: ScenarioNetwork;
	personId: string;
	/** The account's id in the network's own form: phone digits, user id, handle. */
	id: string;
	/** Messenger: the cookie that holds the id cannot be read by scripts. */
	isHidden?: boolean;
}

export interface ScenarioChat {
	/** Unique in the scenario; tests name chats by it. */
	id: string;
	network: ScenarioNetwork;
	/**
	 * The network's own id: WhatsApp `491700000001@c.us`/`…@g.us`/`…@lid`, Messenger
	 * and Instagram digits.
	 */
	nativeId: string;
	/** A 1:1 chat's title is the person's name if absent. */
	title?: string;
	/** Without the account's own person. More than one, or `group: true`, is a group. */
	personIds: string[];
	group?: boolean;
	/** A count, or `true` for marked unread. */
	unread?: number | true;
	muted?: boolean;
	pinned?: boolean;
	archived?: boolean;
	/** WhatsApp: the community that a group belongs to. */
	community?: string;
	/** Messenger: whether the thread lives under `/e2ee/t/`. */
	encrypted?: boolean;
	/** The network's own disappearing timer. */
	disappearsAfterMs?: number;
	/** Oldest first. */
	messages: ScenarioMessage[];
}

export type ScenarioKind =
	| 'text'
	| 'photo'
	| 'video'
	| 'voice'
	| 'sticker'
	| 'file'
	| 'share'
	| 'call'
	| 'system'
	| 'deleted'
	| 'unsupported';

export interface ScenarioMessage {
	/** Unique in the scenario; the site makes the network's own form of id from it. */
	id: string;
	/** A person's id; the account's own person means "mine". System rows: any. */
	from: string;
	kind: ScenarioKind;
	/** Body or caption; emoji and line breaks as characters. */
	text?: string;
	sentAt: number;
	/** WhatsApp: more than one is an album under one message. */
	pictures?: number;
	quote?: { from: string; text: string };
	edited?: boolean;
	reactions?: string[];
}

export type ScenarioEvent = { afterMs: number } & SiteAction;

/** What the control object can do, and what an event does by itself. */
export type SiteAction =
	| { do: 'arrive'; chatId: string; message: ScenarioMessage }
	| { do: 'edit'; chatId: string; messageId: string; text: string }
	| { do: 'unsend'; chatId: string; messageId: string }
	| { do: 'react'; chatId: string; messageId: string; emoji: string }
	| { do: 'read'; chatId: string }
	| { do: 'open'; chatId: string }
	| { do: 'close' }
	| { do: 'scroll-list'; to: number }
	| { do: 'scroll-thread'; to: number }
	| { do: 'language'; language: string }
	| { do: 'sign-out' }
	| { do: 'hide' }
	| { do: 'show' };

/** On every stand-in page as `window.site`, for tests and the demo. */
export interface SiteControl {
	/** Resolves once the page has drawn the result. */
	act(action: SiteAction): Promise<void>;
	/** Scenario ids of the chats whose rows are in the DOM now, in visual order. */
	shownChats(): string[];
	/** Scenario ids of the messages that are drawn (not shells) now, oldest first. */
	shownMessages(): string[];
	/** Id in the network's own form of a scenario message. */
	nativeMessageId(messageId: string): string | null;
	ready: Promise<void>;
}

declare global {
	interface Window {
		/** Put into the page by the server, before the site's script. */
		scenario: Scenario;
		site: SiteControl;
	}
}
