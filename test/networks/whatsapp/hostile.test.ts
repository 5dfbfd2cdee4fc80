// @vitest-environment jsdom

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { maxTextLength } from '@/lib/limits';
import { chatReadingSchema, messageReadingSchema } from '@/lib/model';
import type { Scenario } from '../../sites/scenario';
import { isLinked, openStandIn, readUntil, watcher } from './stand-in';

const nasty: Record<string, string> = {
	markup: '<img src=x onerror="window.hacked = true"><script>window.hacked = true</script>',
	long: 'long '.repeat(20_000).trim(),
	surrogates: `broken \ud83d and \udc00 halves`,
	bidi: '\u202egnp.exe\u202c and \u2066inner\u2069 stay',
	control: 'NUL \0 and bell \u0007',
	stamp: '[10:00, 1/1/2020] Someone Else: not me',
	entity: '&lt;b&gt; &amp;',
};

function scenario(text: string): Scenario {
	const sentAt = Date.now() - 60_000;
	return {
		seed: 1,
		language: 'en',
		people: [
			{ id: 'me', name: 'Ronja Falk' },
			{ id: 'p', name: `Eve ${text.slice(0, 300)}` },
		],
		accounts: [{ network: 'whatsapp', personId: 'me', id: '4917139200150' }],
		chats: [
			{
				id: 'eve',
				network: 'whatsapp',
				nativeId: '4917139200151@c.us',
				personIds: ['p'],
				messages: [{ id: 'm', from: 'p', kind: 'text', text, sentAt }],
			},
		],
		events: [],
	};
}

describe('hostile text', { timeout: 30_000 }, () => {
	it.each(Object.keys(nasty))('is text and nothing else: %s', async (name) => {
		const text = nasty[name] ?? '';
		const site = await openStandIn(scenario(text));
		await site.act({ do: 'open', chatId: 'eve' });
		const reading = await readUntil(watcher(['en-US']), isLinked);
		const message = reading.thread?.messages[0];
		expect(message).toMatchObject({ text, side: 'theirs', truncated: false });
		expect(v.safeParse(messageReadingSchema, message).success).toBe(true);
		for (const chat of reading.chats) {
			expect(v.safeParse(chatReadingSchema, chat).success).toBe(true);
			expect(chat.preview?.length).toBeLessThanOrEqual(2_000);
		}
		expect(window).not.toHaveProperty('hacked');
	});

	it('is cut where it is longer than anyone writes, never through a character, and says so', async () => {
		const site = await openStandIn(scenario(`${'x'.repeat(maxTextLength - 1)}😀 and on`));
		await site.act({ do: 'open', chatId: 'eve' });
		const reading = await readUntil(watcher(['en-US']), isLinked);
		const message = reading.thread?.messages[0];
		expect(message?.truncated).toBe(true);
		expect(message?.text).toBe('x'.repeat(maxTextLength - 1));
	});
});

it('marks a text as cut while the page hides its rest behind a button', {
	timeout: 30_000,
}, async () => {
	const site = await openStandIn(scenario('the beginning'));
	await site.act({ do: 'open', chatId: 'eve' });
	const more = document.createElement('div');
	more.setAttribute('role', 'button');
	more.textContent = 'Read more';
	document.querySelector('[data-pre-plain-text] > div')?.append(more);
	const reading = await readUntil(watcher(['en-US']), isLinked);
	expect(reading.thread?.messages[0]).toMatchObject({ text: 'the beginning', truncated: true });
});
