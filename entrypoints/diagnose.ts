import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { diagnosePage } from '@/lib/inspection/diagnose-page';
import { readSettled } from '@/lib/inspection/inspect-page';
import { knownValues } from '@/lib/inspection/known-values';
import { lookedFor } from '@/lib/inspection/looked-for';
import { pageStructure } from '@/lib/inspection/page-structure';
import type { Network } from '@/lib/model';
import type { Adapter } from '@/lib/networks/adapter';
import { adapter as instagram } from '@/lib/networks/instagram';
import { livePage } from '@/lib/networks/live-page';
import { adapter as messenger } from '@/lib/networks/messenger';
import { adapter as whatsapp } from '@/lib/networks/whatsapp';

declare global {
	/** Set in the reader's own world before this script runs. */
	var diagnosis: { network: Network; wants: 'diagnosis' | 'structure' };
}

const adapters: Record<Network, Adapter> = { whatsapp, messenger, instagram };

/** Looks at the page once, on the user's click, for what may be attached to a bug report. */
export default defineUnlistedScript(async () => {
	const { network, wants } = globalThis.diagnosis;
	if (wants === 'structure') return pageStructure(document, knownValues(lookedFor[network]));
	const url = new URL(location.href);
	const options = { url: url.href, now: Date.now(), languages: [...navigator.languages] };
	const reading = await readSettled(adapters[network], document, options, livePage());
	return diagnosePage(reading, document, url, lookedFor[network]);
});
