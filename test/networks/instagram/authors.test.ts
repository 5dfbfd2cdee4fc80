// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { judge, readSignals } from '@/lib/networks/instagram/authors';
import { readAnew } from '@/lib/networks/kept-readings';

interface Drawn {
	gutter?: string;
	labels?: string[];
	lane?: 'flex-end' | 'flex-start';
	box?: 'row' | 'row-reverse';
	body?: string;
}

function message({ gutter, labels, lane, box, body = 'text' }: Drawn): Element {
	const holder = document.createElement('div');
	holder.innerHTML = `<div role="group" tabindex="-1"><div${lane ? ` style="justify-content: ${lane}"` : ''}>
${gutter ? `<a href="/${gutter}/" role="link"><img alt=""></a>` : ''}
<div${box ? ` style="flex-direction: ${box}"` : ''}><div role="none"><span dir="auto"><div dir="auto">${body}</div></span></div>
<div role="group">${(labels ?? []).map((label) => `<div role="button" aria-label="${label}"></div>`).join('')}</div></div></div></div>`;
	const [made] = holder.children;
	if (!made) throw new Error('nothing drawn');
	return made;
}

const verdicts = (own: string | null, peer: string | null, drawn: Drawn[]) =>
	readSignals(drawn.map(message), { own, peer }, readAnew).map((signals) =>
		judge(signals, { own, peer }),
	);

const actions = (name: string): string[] => [
	`React to message from ${name}`,
	`Reply to message from ${name}`,
];

describe('whose a message is', () => {
	it('follows from the picture beside it', () => {
		expect(verdicts('mara', 'bea', [{ gutter: 'bea' }])).toEqual([
			{ side: 'theirs', sender: 'bea' },
		]);
	});

	it('follows from its buttons where the page does not say whose it is, if they name another one', () => {
		const drawn = [{ gutter: 'bea', labels: actions('bea') }, { labels: actions('bea') }];
		expect(verdicts(null, null, [...drawn, { labels: actions('mara') }])).toEqual([
			{ side: 'theirs', sender: 'bea' },
			{ side: 'theirs', sender: 'bea' },
			{ side: 'unknown', sender: null },
		]);
	});

	it('is unknown where nothing tells: a missing picture does not mean mine', () => {
		expect(verdicts('mara', 'bea', [{}])).toEqual([{ side: 'unknown', sender: null }]);
	});

	it('needs two of the weaker signs', () => {
		expect(
			verdicts('mara', 'bea', [{ lane: 'flex-end', box: 'row-reverse' }, { lane: 'flex-end' }]),
		).toEqual([
			{ side: 'mine', sender: null },
			{ side: 'unknown', sender: null },
		]);
	});

	it('is unknown where signs disagree', () => {
		expect(verdicts('mara', 'bea', [{ gutter: 'bea', labels: actions('mara') }])).toEqual([
			{ side: 'unknown', sender: null },
		]);
	});

	it.each([
		[
			'English',
			(name: string) => [`Reply to message from ${name}`, `React to message from ${name}`],
		],
		['German', (name: string) => [`Auf Nachricht von ${name} antworten`, `Weiteres zu ${name}`]],
		['Japanese', (name: string) => [`${name}からのメッセージに返信`, `${name}に反応`]],
		['Arabic', (name: string) => [`الرد على رسالة ${name}`, `خيارات لرسالة ${name}`]],
	])('follows from the name in its buttons in %s', (_, labels) => {
		expect(
			verdicts('mara', 'bea_l', [{ labels: labels('mara') }, { labels: labels('bea_l') }]),
		).toEqual([
			{ side: 'mine', sender: null },
			{ side: 'theirs', sender: 'bea_l' },
		]);
	});

	it('is not confused by a username that is a word of the sentence', () => {
		expect(
			verdicts('message', 'bea', [{ labels: actions('bea') }, { labels: actions('message') }]),
		).toEqual([
			{ side: 'theirs', sender: 'bea' },
			{ side: 'mine', sender: null },
		]);
	});

	it('finds a group member whom nothing else names, with a second sign', () => {
		expect(
			verdicts('mara', null, [
				{ gutter: 'bea', labels: actions('bea') },
				{ labels: actions('noor'), lane: 'flex-start' },
				{ labels: actions('mara') },
			]),
		).toEqual([
			{ side: 'theirs', sender: 'bea' },
			{ side: 'theirs', sender: 'noor' },
			{ side: 'mine', sender: null },
		]);
	});

	it('does not follow from what a message says', () => {
		expect(verdicts('mara', 'bea', [{ body: 'Reply to message from mara' }])).toEqual([
			{ side: 'unknown', sender: null },
		]);
	});
});
