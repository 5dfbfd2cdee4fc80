import type { Network } from '../model';

/** What the rest of Stube needs to know of a network without loading its adapter. */
export interface NetworkFacts {
	network: Network;
	/** As its maker writes it; a proper name, the same in every language. */
	name: string;
	/** Letter on our own mark. */
	letter: string;
	/** Each group is one click on the welcome page; any one is enough to start. */
	hosts: readonly { name: string; matches: readonly string[] }[];
	/** Where "open" goes when no tab is open. */
	home: string;
	/**
	 * A chat's own address at one of its hosts, from the id that the network gave it; absent where
	 * its page has no addresses for chats, `null` where the id is of another form.
	 */
	chatAddress?: (nativeId: string, origin: string) => string | null;
	/** Content script file, as built. */
	script: `content-scripts/${Network}.js`;
}

const isDigits = (id: string): boolean => /^\d{1,40}$/u.test(id);

/** The one list of networks. */
export const networkFacts: Record<Network, NetworkFacts> = {
	whatsapp: {
		network: 'whatsapp',
		name: 'WhatsApp',
		letter: 'W',
		hosts: [{ name: 'web.whatsapp.com', matches: ['https://web.whatsapp.com/*'] }],
		home: 'https://web.whatsapp.com/',
		script: 'content-scripts/whatsapp.js',
	},
	messenger: {
		network: 'messenger',
		name: 'Messenger',
		letter: 'M',
		hosts: [
			{ name: 'messenger.com', matches: ['https://www.messenger.com/*'] },
			{
				name: 'facebook.com',
				matches: ['https://www.facebook.com/*', 'https://web.facebook.com/*'],
			},
		],
		home: 'https://www.facebook.com/messages/',
		chatAddress: (id, origin) =>
			isDigits(id)
				? `${origin}${origin.endsWith('messenger.com') ? '' : '/messages'}/t/${id}/`
				: null,
		script: 'content-scripts/messenger.js',
	},
	instagram: {
		network: 'instagram',
		name: 'Instagram',
		letter: 'I',
		hosts: [{ name: 'instagram.com', matches: ['https://www.instagram.com/*'] }],
		home: 'https://www.instagram.com/direct/inbox/',
		chatAddress: (id, origin) => (isDigits(id) ? `${origin}/direct/t/${id}/` : null),
		script: 'content-scripts/instagram.js',
	},
};
