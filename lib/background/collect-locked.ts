import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { parseCapture } from '@/lib/inbox/parse-capture';
import { type Capture, type InboxView, networks, weekMs } from '@/lib/model';
import { type DropBox, openDropBox } from '@/lib/store/drop-box';
import type { Store } from '@/lib/store/store';
import { loadCollecting } from '@/lib/unsealed/collecting';
import { noteLoss } from '@/lib/unsealed/lost-while-locked';
import { decodeText, encodeText } from '@/lib/vault/bytes';
import { dropRepeats, forgetRepeats } from './drop-repeats';

/** In `storage.local`: how long a day of the box may stand, since no timer can be read then. */
const lifeKey = 'box-life';
const lifeSchema = v.pipe(v.number(), v.minValue(60_000));
/** Where no timer is set at all. */
const longestLifeMs = 12 * weekMs;

export interface LockedCollecting {
	/** Keeps a capture until somebody unlocks; `false` if that is not wanted or not possible. */
	keep(capture: Capture): Promise<boolean>;
	/**
	 * Takes what waits, in the order it came; whatever is past its time by now never shows, and
	 * what had to go by `eraseAt` is lost.
	 */
	empty(
		inbox: Store,
		eraseAt: number,
		store: (capture: Capture, at: number) => Promise<void>,
	): Promise<void>;
	/** Effaces what has waited too long. */
	efface(now: number): Promise<void>;
	/** Notes how long anything may wait, while that can be known. */
	noteLife(view: InboxView): Promise<void>;
}

/** What pages show goes on being collected while locked, readable by nobody, here neither. */
export function createLockedCollecting(box: DropBox = openDropBox()): LockedCollecting {
	let notedLife: number | null = null;

	async function efface(now: number): Promise<void> {
		const found = v.safeParse(lifeSchema, (await browser.storage.local.get(lifeKey))[lifeKey]);
		await noteLoss(await box.efface(now, found.success ? found.output : longestLifeMs));
	}

	return {
		efface,
		async keep(capture) {
			if (!(await loadCollecting())) return false;
			const news = await dropRepeats(capture);
			if (news.capture === null) return true;
			const at = Date.now();
			const content = encodeText(JSON.stringify({ at, capture: news.capture }));
			if (!(await box.put(content, at))) return false;
			await news.settle();
			return true;
		},
		async empty(inbox, eraseAt, store) {
			await efface(eraseAt);
			const died = await box.empty(inbox, async (content) => {
				const kept = keptIn(decodeText(content));
				if (kept) await store(kept.capture, kept.at);
			});
			await forgetRepeats();
			await noteLoss(died);
		},
		async noteLife({ rows, settings }) {
			const timers = [settings.defaultTimer, ...rows.map(({ timer }) => timer)];
			const finite = timers.filter((timer) => timer !== 'off');
			const life = Math.min(longestLifeMs, ...finite);
			if (life === notedLife) return;
			await browser.storage.local.set({ [lifeKey]: life });
			notedLife = life;
		},
	};
}

const keptSchema = v.object({
	at: v.number(),
	capture: v.looseObject({ network: v.picklist(networks) }),
});

/** It was checked before it was sealed; it is checked as what a page sends all the same. */
function keptIn(text: string): { capture: Capture; at: number } | null {
	const kept = v.safeParse(keptSchema, JSON.parse(text));
	if (!kept.success) return null;
	const { at, capture: payload } = kept.output;
	const { capture } = parseCapture(payload, payload.network, at);
	return capture && { capture, at };
}
