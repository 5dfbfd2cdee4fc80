import * as fc from 'fast-check';
import {
	type Chat,
	dayMs,
	hourMs,
	type Message,
	networks,
	sides,
	type Timer,
	weekMs,
} from '@/lib/model';
import type { Batch } from '@/lib/store/store';
import { chatKeys, type Step } from './do-step';
import { noon, sampleChat, sampleMessage, samplePreview } from './samples';

const messageKeys = ['m0', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7'];

const timer = fc.constantFrom<(Timer | undefined)[]>(
	undefined,
	'off',
	20 * 60_000,
	hourMs,
	dayMs,
	weekMs,
);
const clock = fc.constantFrom<Chat['clock'][]>(undefined, undefined, 'read');
const chat = fc.tuple(fc.nat(2), timer, clock).map(([index, own, from]) =>
	sampleChat(chatKeys[index] ?? 'a', {
		network: networks[index] ?? 'whatsapp',
		...(own !== undefined && { timer: own }),
		...(from && { clock: from }),
	}),
);
/** Round times often fall together: on one bucket, and on the very second of an expiry. */
const age = fc.oneof(
	fc.nat(12).map((steps) => steps * 10 * 60_000),
	fc.nat(20).map((steps) => steps * 3 * hourMs),
	fc.integer({ min: 0, max: 2 * weekMs }),
);
const moment = age.chain((ms) =>
	fc.constantFrom<Message['sentAt'][]>(
		{ from: noon - ms, to: noon - ms, precision: 'exact' },
		{ from: noon - ms, to: noon, precision: 'day' },
		{ from: null, to: noon - ms, precision: 'interval' },
		{ from: null, to: null, precision: 'unknown' },
	),
);
const message = fc
	.record({
		key: fc.constantFrom(...messageKeys),
		sentAt: moment,
		firstSeenAgeMs: age,
		rank: fc.integer({ min: -5, max: 5 }),
		text: fc.string({ unit: 'binary', maxLength: 30 }),
		side: fc.constantFrom(...sides),
		special: fc.oneof(
			{ weight: 4, arbitrary: fc.constant({}) },
			fc.constant({ kept: true }),
			age.map((ms) => ({ quote: 'quoted', quoteOf: { key: 'm0', startAt: noon - ms } })),
			fc.constant({ toStory: true }),
			age.map((ms) => ({ readAt: noon - ms })),
		),
	})
	.map(({ firstSeenAgeMs, special, key, ...rest }) =>
		sampleMessage(key, 0, { ...rest, firstSeenAt: noon - firstSeenAgeMs, ...special }),
	);
const chatKey = fc.constantFrom(...chatKeys);
export const batch: fc.Arbitrary<Batch> = fc.record(
	{
		chats: fc.array(chat, { maxLength: 2 }),
		previews: fc.array(
			fc.record({
				chatKey,
				preview: fc.option(
					moment.map((sentAt) => samplePreview(0, { sentAt })),
					{ freq: 4 },
				),
			}),
			{ maxLength: 2 },
		),
		messages: fc.array(fc.record({ chatKey, messages: fc.array(message, { maxLength: 6 }) }), {
			maxLength: 2,
		}),
	},
	{ requiredKeys: [] },
);
const stepOf = (one: Step) => fc.constant(one);
const put = (one: Batch): Step => ({ do: 'put', batch: one });
const promotion = fc
	.record({ from: chatKey, to: chat, messages: fc.array(message, { maxLength: 3 }) })
	.map(({ from, to, messages }) =>
		put({ removedChats: [from], chats: [to], messages: [{ chatKey: to.key, messages }] }),
	);
export const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 8, arbitrary: batch.map(put) },
	{ weight: 2, arbitrary: timer.map((one) => put({ settings: { defaultTimer: one ?? 'off' } })) },
	{ weight: 1, arbitrary: chatKey.map((key) => put({ removedChats: [key] })) },
	{ weight: 1, arbitrary: promotion },
	{ weight: 3, arbitrary: age.map((ms): Step => ({ do: 'pass', ms })) },
	{ weight: 3, arbitrary: stepOf({ do: 'expire' }) },
	{
		weight: 1,
		arbitrary: fc
			.constantFrom(...networks)
			.map((network): Step => ({ do: 'remove-network', network })),
	},
	{ weight: 3, arbitrary: stepOf({ do: 'merge' }) },
	{
		weight: 1,
		arbitrary: fc
			.record({ chatKey, keys: fc.subarray(messageKeys) })
			.map((one): Step => ({ do: 'remove-messages', ...one })),
	},
	{ weight: 1, arbitrary: stepOf({ do: 'rekey' }) },
	{ weight: 2, arbitrary: stepOf({ do: 'reopen' }) },
);
