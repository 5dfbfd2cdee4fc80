import type { Network } from '../model';
import * as instagram from '../networks/instagram/selectors';
import * as messenger from '../networks/messenger/selectors';
import * as icons from '../networks/whatsapp/icons';
import * as whatsapp from '../networks/whatsapp/selectors';

/** All that a reader looks for on a page. */
export interface LookedFor {
	/** By name: for counting what of it a page has. */
	selectors: Readonly<Record<string, string>>;
	/** Names of drawings that it tells apart, where the page names them. */
	icons?: readonly RegExp[];
}

/** Apart from the adapters, so that a reader carries only what it uses, without its names. */
export const lookedFor: Record<Network, LookedFor> = {
	whatsapp: { selectors: whatsapp, icons: Object.values(icons) },
	messenger: { selectors: messenger },
	instagram: { selectors: instagram },
};
