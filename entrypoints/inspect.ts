import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { framePieces } from '@/lib/inspection/frame-piece';
import { type InspectionOptions, inspectPage } from '@/lib/inspection/inspect-page';
import type { Network } from '@/lib/model';
import type { Adapter } from '@/lib/networks/adapter';
import { adapter as instagram } from '@/lib/networks/instagram';
import { adapter as messenger } from '@/lib/networks/messenger';
import { adapter as whatsapp } from '@/lib/networks/whatsapp';

declare global {
	/** Set in the reader's own world before this script runs. */
	var inspection: InspectionOptions & { network: Network };
}

const adapters: Record<Network, Adapter> = { whatsapp, messenger, instagram };

/** Reads the page once, for `npm run inspect`. Not part of what people install. */
export default defineUnlistedScript(async () => {
	const { network, ...options } = globalThis.inspection;
	const added = framePieces(document, network);
	const reading = await inspectPage(adapters[network], document, options);
	return { ...reading, problems: [...added, ...reading.problems] };
});
