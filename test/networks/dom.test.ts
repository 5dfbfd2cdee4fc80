// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import {
	asciiDigits,
	capText,
	cleanLabel,
	comparableTitle,
	readCount,
	textOf,
} from '@/lib/networks/dom';

function tree(html: string): Element {
	return new DOMParser().parseFromString(html, 'text/html').body;
}

describe('text of a tree', () => {
	it('has emoji from their pictures and line breaks from br', () => {
		expect(textOf(tree('one <img alt="😂">two<br>three'))).toBe('one 😂two\nthree');
	});

	it('leaves out what nobody sees', () => {
		const html =
			'<span>seen</span><span aria-hidden="true">spacer</span><svg><title>icon</title></svg><style>a{}</style><script>b()</script>';
		expect(textOf(tree(html))).toBe('seen');
	});

	it('leaves out what it is told to skip, but never its own root', () => {
		const root = tree('<b>quote</b> body');
		expect(textOf(root, (element) => element.localName === 'b')).toBe(' body');
		expect(textOf(root, () => true)).toBe(' body');
	});

	it('is the same when text nodes are split', () => {
		const root = tree('hello');
		(root.firstChild as Text).splitText(2);
		expect(textOf(root)).toBe('hello');
	});
});

describe('labels', () => {
	it('lose direction marks and odd spaces', () => {
		expect(cleanLabel('\u202a\u00a0Anna\u202fM.\u202c ')).toBe('Anna M.');
	});

	it('compare equal when only composition and spaces differ', () => {
		expect(comparableTitle('Jose\u0301  Luis')).toBe(comparableTitle('\u200eJosé Luis'));
		expect(comparableTitle('Anna 🌱')).not.toBe(comparableTitle('Anna'));
	});
});

describe('numbers', () => {
	it.each([
		['2 unread messages', 2],
		['1.227 mensagens não lidas', 1227],
		['1,227 unread', 1227],
		['1 227 непрочитанных', 1227],
		['999+', 999],
		['٣ رسائل', 3],
		['१२ संदेश', 12],
		['𝟗 news', 9],
		['Unread', null],
		['', null],
	])('%s', (text, count) => {
		expect(readCount(text)).toBe(count);
	});

	it('reads digits of any script', () => {
		expect(asciiDigits('٠١٢٣٤٥٦٧٨٩ ۰۹ ०९ ０９')).toBe('0123456789 09 09 09');
	});
});

describe('cutting', () => {
	it('never leaves half a character', () => {
		expect(capText('ab😂', 3)).toBe('ab');
		expect(capText('ab😂', 4)).toBe('ab😂');
		expect(capText('abc', 2)).toBe('ab');
	});
});
