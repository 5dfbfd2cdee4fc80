import type { Browser } from 'wxt/browser';
import { type Network, networks } from '../model';
import { networkFacts } from '../networks/registry';

/** Who sent a message, as the browser says it; nothing here comes from the message. */
type Sender = Browser.runtime.MessageSender;

/** `https://www.messenger.com/*` → `https://www.messenger.com`. */
export function originOfMatch(match: string): string {
	return match.replace(/\/\*$/u, '');
}

/** All match patterns of a network's hosts. */
export function matchesOf(network: Network): string[] {
	return networkFacts[network].hosts.flatMap(({ matches }) => matches);
}

/** Firefox gives no `origin` in some versions: there it is that of the address. */
export function senderOrigin(sender: Sender): string | null {
	if (sender.origin !== undefined) return sender.origin;
	return sender.url !== undefined && URL.canParse(sender.url) ? new URL(sender.url).origin : null;
}

/** The network whose page runs the sender, `null` if it is none of theirs. */
export function senderNetwork(sender: Sender): Network | null {
	const origin = senderOrigin(sender);
	return (
		networks.find((network) =>
			matchesOf(network).some((match) => originOfMatch(match) === origin),
		) ?? null
	);
}

/** Whether a content script of ours in a tab's own document sent it, not one in a frame. */
export function isReader(sender: Sender, ownId: string): boolean {
	return sender.id === ownId && sender.tab !== undefined && sender.frameId === 0;
}

/** Whether one of our own pages sent it, in a tab, a popup or a panel. */
export function isOwnPage(sender: Sender, ownId: string, ownAddress: string): boolean {
	return sender.id === ownId && sender.url?.startsWith(ownAddress) === true;
}
