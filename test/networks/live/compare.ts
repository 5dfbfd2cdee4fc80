import { firstTimer, type Message, type Network } from '@/lib/model';
import { wordsOf } from '../../sites/messenger/words';
import { languages } from './moves';
import type { Look, Said } from './world';

const dayMs = 86_400_000;
const timerMs = firstTimer === 'off' ? Number.POSITIVE_INFINITY : firstTimer;

/** What the inbox may or must hold of one message. */
interface Wanted {
	said: Said;
	isNeeded: boolean;
	isAllowed: boolean;
	looks: readonly Look[];
}

/**
 * What is wrong with the stored messages of a chat, beside what was said in it; `null` if
 * nothing is. Each message that a reading saw stands there once, as it looked, in the order
 * said; one that no page has shown does not.
 */
export function faultOf(
	stored: readonly Message[],
	said: readonly Said[],
	network: Network,
	now: number,
): string | null {
	const wanted = said.map((one) => wantedOf(one, network, now));
	const leavesFormer = network === 'instagram' && said.some(({ isUnsent }) => isUnsent);
	if (isLaidOver(leavesFormer ? withoutFormer(stored) : stored, wanted)) return null;
	return [
		'stored:',
		...stored.map((message) => `  ${message.side} ${describe(message)}`),
		'said:',
		...wanted
			.filter(({ isAllowed }) => isAllowed)
			.map(({ said: one, isNeeded, looks }) => {
				const side = one.message.from === 'me' ? 'mine' : 'theirs';
				return `  ${side} ${one.message.kind} ${one.message.id} ${JSON.stringify(looks)}${isNeeded ? '' : ' (perhaps)'}`;
			}),
	].join('\n');
}

/**
 * Without the empty places that Instagram's messages leave here when they are taken back, or
 * edited beside one that is. What must be there must still be there without them; where
 * nothing was taken back, there is no such place.
 */
function withoutFormer(stored: readonly Message[]): readonly Message[] {
	return stored.filter(({ deleted }) => !deleted);
}

function wantedOf(said: Said, network: Network, now: number): Wanted {
	const expiresAt = said.message.sentAt + timerMs;
	const isLongGone = expiresAt < now - 2 * dayMs;
	const isYoung = expiresAt > now + 2 * dayMs;
	// Instagram leaves nothing of an unsent message: that it is gone may not be provable yet.
	const isTraceless = network === 'instagram' && said.isUnsent;
	return {
		said,
		isNeeded: said.seen === 'surely' && isYoung && !isTraceless,
		isAllowed: said.seen !== 'never' && !isLongGone,
		looks: [...said.looks],
	};
}

/** Whether what is stored is what was said, in that order, less some that need not be there. */
function isLaidOver(stored: readonly Message[], wanted: readonly Wanted[]): boolean {
	let reachable = new Set([0]);
	for (const one of wanted) {
		const next = new Set<number>();
		for (const count of reachable) {
			if (!one.isNeeded) next.add(count);
			const message = stored[count];
			if (message && one.isAllowed && isIt(message, one)) next.add(count + 1);
		}
		reachable = next;
	}
	return reachable.has(stored.length);
}

function isIt(message: Message, { said, looks }: Wanted): boolean {
	const { from, kind, sentAt } = said.message;
	const isItsKind = message.kind === kind || (looks.includes(null) && isEmptied(message));
	const side = from === 'me' ? 'mine' : 'theirs';
	const isItsSide = kind === 'system' || message.side === side || message.side === 'unknown';
	const { from: earliest, to: latest } = message.sentAt;
	const isItsTime = (earliest ?? sentAt) <= sentAt && sentAt <= (latest ?? sentAt);
	const isItsLook = looks.some((look) =>
		look === null ? isEmptied(message) : message.text === (look || null),
	);
	return isItsKind && isItsSide && isItsLook && isItsTime;
}

/**
 * Its words are gone: as a deleted message, or, on Messenger, replaced by the sentence that
 * the page shows in their place, which only a second look takes for what it is.
 */
function isEmptied({ deleted, text }: Message): boolean {
	return deleted ? text === null : text !== null && tombstoneWords.some((form) => form.test(text));
}

const tombstoneWords = languages.map(
	(language) => new RegExp(`^${wordsOf(language).unsent.replace('{who}', '.{1,40}')}$`, 'u'),
);

function describe({ kind, text, sentAt, deleted }: Message): string {
	const at = [sentAt.from, sentAt.to].map((time) => (time === null ? '…' : iso(time))).join('–');
	return `${deleted ? 'deleted ' : ''}${kind} ${JSON.stringify(text)} ${at}`;
}

function iso(at: number): string {
	return new Date(at).toISOString().slice(5, 19);
}
