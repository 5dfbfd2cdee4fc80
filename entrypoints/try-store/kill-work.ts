/** What a store is busy with when it is killed: the same from the same seed. */
import { dayMs, hourMs, type Message, type Timer } from '@/lib/model';
import type { Batch } from '@/lib/store/store';
import { seededRandom } from '../../test/sites/random';
import { chatKeys, type Step } from '../../test/store/do-step';
import type { PlainInbox } from '../../test/store/plain-inbox';
import { noon, sampleChat, sampleMessage, samplePreview } from '../../test/store/samples';

/** In the midst of what the kill is to come. */
export const works = ['write', 'fold', 'efface', 'expire'] as const;
export type Work = (typeof works)[number];

export interface Planned {
	step: Step;
	now: number;
}

const timers: readonly Timer[] = ['off', dayMs, 4 * 7 * dayMs];

/** What stands in the store before the first kill: chats with pages. */
export function firstSteps(): Planned[] {
	const random = seededRandom(1);
	const chats = chatKeys.map(chatOf);
	const messages = chatKeys.map((chatKey) => ({
		chatKey,
		messages: Array.from({ length: 300 }, (_, n) => messageOf(`${chatKey}-first-${n}`, random)),
	}));
	return [
		{ step: { do: 'put', batch: { chats, messages } }, now: noon },
		{ step: { do: 'merge' }, now: noon },
	];
}

/** So many steps of one kind of work, on what stands in `model`, from the time of `since` on. */
export function planWork(
	work: Work,
	seed: number,
	count: number,
	{ model, since }: { model: PlainInbox; since: number },
): Planned[] {
	const random = seededRandom(seed);
	let now = since;
	return Array.from({ length: count }, (_, nth) => {
		const name = `${seed}-${nth}`;
		if (work !== 'expire') return { step: stepOf(work, name, random, model), now };
		if (random() < 0.5) return { step: { do: 'put', batch: shortLived(name, now, random) }, now };
		now += Math.floor(random() * 3 * hourMs);
		return { step: { do: 'expire' }, now };
	});
}

function stepOf(
	work: Exclude<Work, 'expire'>,
	name: string,
	random: () => number,
	model: PlainInbox,
): Step {
	const chatKey = chatKeys[Math.floor(random() * chatKeys.length)] ?? 'a';
	const chance = random();
	const put = (batch: Batch): Step => ({ do: 'put', batch });
	const write = put(writing(chatKey, name, random));
	switch (work) {
		case 'write':
			return write;
		case 'fold':
			return chance < 0.5 ? { do: 'merge' } : write;
		case 'efface': {
			if (chance < 0.3) return write;
			const stored = model.stored(chatKey);
			const some = stored.filter(() => random() < 0.02);
			if (chance < 0.5) return { do: 'remove-messages', chatKey, keys: some.map(({ key }) => key) };
			if (chance < 0.65) {
				const messages = some.map((one) => ({ ...one, text: `${name} never mind`, edited: true }));
				return put({ messages: [{ chatKey, messages }] });
			}
			if (chance < 0.8) return { do: 'merge' };
			if (chance < 0.9) return put({ chats: [chatOf(chatKey)], removedChats: [chatKey] });
			if (chance < 0.95) return put({ removedChats: [chatKey] });
			return put({ chats: [sampleChat(chatKey, { timer: dayMs })] });
		}
	}
}

/** A capture: a few messages, of which all are there or none; seldom very many. */
function writing(chatKey: string, name: string, random: () => number): Batch {
	const count = random() < 0.1 ? 200 : 1 + Math.floor(random() * 4);
	return {
		chats: [chatOf(chatKey)],
		previews: [{ chatKey, preview: samplePreview(hourMs, { text: `Preview of ${name}` }) }],
		messages: [
			{
				chatKey,
				messages: Array.from({ length: count }, (_, n) => messageOf(`${name}-${n}`, random)),
			},
		],
	};
}

/** A chat's messages of which each goes within six hours, and some that stay. */
function shortLived(name: string, now: number, random: () => number): Batch {
	const timed = chatKeys.filter((_, index) => timers[index] !== 'off');
	const ageOf = (chatKey: string): number => {
		const timer = timers[chatKeys.indexOf(chatKey)];
		return (typeof timer === 'number' ? timer : 0) - Math.floor(random() * 6 * hourMs);
	};
	const some = (chatKey: string, count: number) => ({
		chatKey,
		messages: Array.from({ length: count }, (_, n) => {
			const key = `${name}-${chatKey}-${n}`;
			return sampleMessage(key, noon - now + ageOf(chatKey), { text: `Text of ${key}` });
		}),
	});
	return {
		chats: chatKeys.map((chatKey) => ({ ...chatOf(chatKey), seenAt: now })),
		previews: timed.map((chatKey) => ({
			chatKey,
			preview: samplePreview(noon - now + ageOf(chatKey), { text: `Preview of ${name}` }),
		})),
		messages: [
			...timed.map((chatKey) => some(chatKey, 1 + Math.floor(random() * 60))),
			some(chatKeys[0] ?? 'a', 1),
		],
	};
}

function chatOf(chatKey: string) {
	const timer = timers[chatKeys.indexOf(chatKey)] ?? 'off';
	return sampleChat(chatKey, { timer });
}

function messageOf(key: string, random: () => number): Message {
	return sampleMessage(key, Math.floor(random() * 20 * hourMs), { text: `Text of ${key}` });
}
