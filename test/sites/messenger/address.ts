/** The two hosts' addresses: messenger.com has the chats at its root, facebook.com below `/messages`. */
import type { Stage, StageChat } from '../stage';

export function isMessengerHost(): boolean {
	return location.hostname === 'www.messenger.com';
}

/** Whether the page shows the messenger; elsewhere facebook.com shows its feed. */
export function isMessengerPath(): boolean {
	return isMessengerHost() || /^\/messages(?:\/|$)/u.test(location.pathname);
}

export function homeAddress(): string {
	return isMessengerHost() ? '/' : '/messages/';
}

export function chatAddress(chat: StageChat): string {
	const path = chat.encrypted ? `e2ee/t/${chat.nativeId}/` : `t/${chat.nativeId}/`;
	return isMessengerHost() ? `/${path}` : `/messages/${path}`;
}

export function chatAtAddress(stage: Stage): StageChat | null {
	const id = location.pathname.match(/\/t\/(\d+)\/?$/u)?.[1];
	return stage.chats.find((chat) => chat.nativeId === id) ?? null;
}

export function goTo(address: string): void {
	if (location.pathname !== address) history.pushState(null, '', new URL(address, location.origin));
}
