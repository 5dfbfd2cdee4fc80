// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { diagnosePage } from '@/lib/inspection/diagnose-page';
import { readSettled } from '@/lib/inspection/inspect-page';
import { knownValues } from '@/lib/inspection/known-values';
import { lookedFor } from '@/lib/inspection/looked-for';
import { pageStructure } from '@/lib/inspection/page-structure';
import { adapter } from '@/lib/networks/whatsapp';
import { address } from '../networks/whatsapp/address';
import { openStandIn } from '../networks/whatsapp/stand-in';
import { smallCircle } from '../sites/scenarios/small-circle';
import { findWords, privateWords } from './private-words';

it('tells the structure of an open chat in which the reader finds its messages again', async () => {
	const scenario = smallCircle(Date.now());
	const site = await openStandIn(scenario);
	await site.act({ do: 'open', chatId: 'whatsapp-friend' });
	const structure = pageStructure(document, knownValues(lookedFor.whatsapp));
	expect(findWords(structure, privateWords(scenario, 'whatsapp'))).toEqual([]);

	const copy = new DOMParser().parseFromString(structure, 'text/html');
	const options = { url: address.href, now: Date.now(), languages: ['en'] };
	const [real, filled] = [
		await readSettled(adapter, document, options),
		await readSettled(adapter, copy, options),
	];
	expect(real.thread?.messages.length).toBeGreaterThan(3);
	expect(filled.thread?.messages.map(({ side, kind }) => ({ side, kind }))).toEqual(
		real.thread?.messages.map(({ side, kind }) => ({ side, kind })),
	);
	expect(filled.chats.length).toBe(real.chats.length);
	expect(copy.body.textContent).toHaveLength(document.body.textContent?.length ?? 0);
});

it('diagnoses in counts, and of problems only words of its own', async () => {
	const scenario = smallCircle(Date.now());
	const site = await openStandIn(scenario);
	await site.act({ do: 'open', chatId: 'whatsapp-friend' });
	const options = { url: address.href, now: Date.now(), languages: ['en'] };
	const reading = await readSettled(adapter, document, options);
	reading.problems.push('Ada Brook said: hello');
	const diagnosis = diagnosePage(reading, document, address, lookedFor.whatsapp);
	expect(diagnosis).toMatchObject({
		chats: { all: 2, withTitle: 2 },
		thread: { messages: 6, kinds: { text: 5, photo: 1 } },
		found: { framePane: 1 },
	});
	expect(diagnosis.problems).toContain('other');
	const text = JSON.stringify(diagnosis);
	expect(findWords(text, privateWords(scenario, 'whatsapp'))).toEqual([]);
});
