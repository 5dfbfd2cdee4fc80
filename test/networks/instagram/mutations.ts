/** Changes that a page of this kind sees without a change of what it shows. */
export interface Mutation {
	name: string;
	/** Whether the reading may say that it is unsure. */
	mayDegrade: boolean;
	apply(page: Document): void;
}

const each = (page: Document, selector: string, change: (element: Element) => void): void => {
	for (const element of page.body.querySelectorAll(selector)) change(element);
};

/** Never between a row's text and its box, nor around what HTML does not allow around. */
const wrap = (element: Element): void => {
	const wrapper = element.ownerDocument.createElement('div');
	element.replaceWith(wrapper);
	wrapper.append(element);
};

export const mutations: readonly Mutation[] = [
	{
		name: 'class names renamed',
		mayDegrade: false,
		apply: (page) => each(page, '[class]', (element) => element.setAttribute('class', 'zz1 zz2')),
	},
	{
		name: 'labels removed',
		mayDegrade: false,
		apply: (page) => each(page, '[aria-label]', (element) => element.removeAttribute('aria-label')),
	},
	{
		name: 'labels in another language',
		mayDegrade: false,
		apply: (page) =>
			each(page, '[aria-label]:not(abbr)', (element) => {
				const names = element.getAttribute('aria-label')?.match(/[\w.]*[._]\w+/gu) ?? [];
				element.setAttribute('aria-label', `ᐃᓄᒃᑎᑐᑦ ${names.join(' ')} ᑎᑎᕋᕈᓯᖅ`);
			}),
	},
	{
		name: 'test ids removed',
		mayDegrade: false,
		apply: (page) =>
			each(page, '[data-testid]', (element) => element.removeAttribute('data-testid')),
	},
	{
		name: 'pagelets renamed',
		mayDegrade: true,
		apply: (page) =>
			each(page, '[data-pagelet]', (element) => element.setAttribute('data-pagelet', 'Renamed')),
	},
	{
		name: 'pagelets and labels removed',
		mayDegrade: true,
		apply: (page) =>
			each(page, '[data-pagelet], [aria-label]', (element) => {
				element.removeAttribute('data-pagelet');
				element.removeAttribute('aria-label');
			}),
	},
	{
		name: 'wrappers inserted around',
		mayDegrade: false,
		apply: (page) => each(page, 'div[role], span[dir], img, abbr, div[dir], a', wrap),
	},
	{
		name: 'wrappers removed between',
		mayDegrade: false,
		apply: (page) =>
			each(page, 'div, span', (element) => {
				const names = element.getAttributeNames().filter((name) => name !== 'class');
				// Without its one box, a reversed column would show its messages the other way round.
				const isTurned = element.parentElement?.getAttribute('style')?.includes('column-reverse');
				if (names.length === 0 && !isTurned) element.replaceWith(...element.childNodes);
			}),
	},
	{
		name: 'siblings reordered where the style orders them',
		mayDegrade: false,
		apply: (page) => {
			const lists = [
				page.querySelector('[data-pagelet="IGDMessagesList"] > div > div'),
				page.querySelector('[data-pagelet="IGDInboxThreadListScrollableAreaPagelet"]'),
			];
			for (const list of lists) {
				list?.append(...[...list.children].reverse());
				list?.setAttribute('style', 'display: flex; flex-direction: column-reverse;');
			}
		},
	},
	{
		name: 'direction flipped',
		mayDegrade: false,
		apply: (page) => {
			page.documentElement.dir = page.documentElement.dir === 'rtl' ? 'ltr' : 'rtl';
		},
	},
	{
		name: 'text nodes split',
		mayDegrade: false,
		apply: (page) => {
			const walker = page.createTreeWalker(page.body, 4);
			const texts: Text[] = [];
			while (walker.nextNode()) texts.push(walker.currentNode as Text);
			for (const text of texts) if (text.length > 2) text.splitText(Math.floor(text.length / 2));
		},
	},
];
