// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://www.instagram.com/direct/inbox/"}
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { maxTextLength } from '@/lib/limits';
import { chatReadingSchema, messageReadingSchema } from '@/lib/model';
import { chatOf } from './expectation';
import { openStandIn, potters, readPage, text } from './stand-in';

const bodies = {
	html: '<img src=x onerror="globalThis.hit = true"><script>globalThis.hit = true</script>',
	long: 'ä'.repeat(100_000),
	tooLong: 'x'.repeat(maxTextLength + 5),
	lone: 'a\ud800b\udfffc',
	bidi: '\u202eabc\u2066def\u202c',
	nul: 'one\u0000two',
	clock: '1:22 PM',
	emoji: '❤️',
	label: 'Reply to message from mara.holm',
};

it('keeps what people write as text', async () => {
	const scenario = potters();
	const now = Date.now();
	chatOf(scenario, 'bea').messages = Object.entries(bodies).map(([id, body], index) =>
		text(id, 'bea', body, now - (20 - index) * 1_000),
	);
	await openStandIn(scenario, '/direct/t/17842930000000001/');
	const reading = await readPage();
	const messages = reading.thread?.messages ?? [];
	expect(messages.map((message) => message.text)).toEqual(
		Object.values(bodies).map((body) => body.slice(0, maxTextLength)),
	);
	for (const message of messages) {
		expect(message).toMatchObject({ side: 'theirs', kind: 'text', reactions: [] });
		expect(v.is(messageReadingSchema, message)).toBe(true);
		expect(message.truncated).toBe((message.text?.length ?? 0) === maxTextLength);
	}
	expect('hit' in globalThis).toBe(false);
});

it('keeps what people call themselves as text', async () => {
	const scenario = potters();
	for (const [index, body] of Object.values(bodies).entries()) {
		const person = scenario.people.find(({ id }) => id === `p${index}`);
		if (person) person.name = body;
	}
	await openStandIn(scenario);
	const reading = await readPage();
	expect(reading.chats).toHaveLength(16);
	for (const chat of reading.chats) expect(v.is(chatReadingSchema, chat)).toBe(true);
	expect(reading.chats.map(({ title }) => title)).toContain(bodies.html);
});

it('drops one broken row and keeps the others', async () => {
	await openStandIn(potters());
	const row = document.querySelector('[title="Person 2"]')?.closest('[role="button"]');
	row?.querySelector('span[title]')?.remove();
	const reading = await readPage();
	expect(reading.state).toBe('reading');
	expect(reading.chats).toHaveLength(15);
	expect(reading.problems).toEqual(['row-without-title']);
});

it('says what failed instead of throwing', async () => {
	await openStandIn(potters());
	const broken = new Proxy(document, {
		get(target, key) {
			if (key === 'querySelectorAll') throw new RangeError('deep');
			const value: unknown = Reflect.get(target, key);
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
	const reading = await readPage({ document: broken });
	expect(reading).toMatchObject({ state: 'layout-changed', chats: [], thread: null });
	expect(reading.problems).toEqual(['reader-failed', 'RangeError']);
});
