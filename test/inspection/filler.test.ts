import { describe, expect, it, test } from 'vitest';
import { fillAttribute } from '@/lib/inspection/fill-attribute';
import { fillText, fillValue } from '@/lib/inspection/filler';
import { knownValues } from '@/lib/inspection/known-values';

const known = knownValues({
	selectors: {
		grid: '#pane-side [role="grid"][aria-rowcount]',
		row: '[data-testid^="conv-msg-"], .message-in',
		text: '[data-testid~="selectable-text"]',
		muted: '[style*="--disabled-icon"]',
	},
	icons: [/^tail-in$/u],
});

describe('filler', () => {
	it.each(['Ada Brook', 'Line one\nline two', '14:05', '森 花子 🌸', 'يوسف', '\ud800 lone'])(
		'is as long as %j and says nothing of it',
		(text) => {
			for (const fill of [fillText, fillValue]) {
				expect(fill(text)).toHaveLength(text.length);
				expect(fill(text)).toMatch(/^[x0\s:]*$/u);
			}
		},
	);

	it('keeps the shape of a time and a date, and no sign that is a message by itself', () => {
		expect(fillText('10:30, 2/8/2026')).toBe('00:00x 0/0/0000');
		expect(fillText(':-)')).toBe('xxx');
		expect(fillText('٠٩:٤٥')).toBe('00:00');
	});
});

test.each([
	['role', 'grid', 'grid'],
	['role', 'mama', 'xxxx'],
	['aria-rowcount', '470', '470'],
	['aria-label', 'Chat with Ada', 'xxxx xxxx xxx'],
	['aria-label', '470', '000'],
	['data-testid', 'conv-msg-3EB0C0', 'conv-msg-0xx0x0'],
	['data-testid', 'selectable-text', 'selectable-text'],
	['class', 'message-in _ak8l ada', 'message-in xxx0x xxx'.replace('xxx0x', '_xx0x')],
	['id', 'pane-side', 'pane-side'],
	['id', 'mid.$cAAB', 'xxx.xxxxx'],
	['href', '/messages/e2ee/t/1000875/?a=ada', '/messages/e2ee/t/0000000/?x=xxx'],
	['href', 'https://www.instagram.com/ada.brook/', 'xxxxx://xxx.xxxxxxxxx.xxx/xxx.xxxxx/'],
	['src', 'blob:https://a/1', 'xxxx:xxxxx://x/0'],
	[
		'style',
		'transform: translateY(2508px); z-index: 9',
		'transform: translateY(2508px); z-index: 9',
	],
	[
		'style',
		'background-image: url(data:image/png;base64,QURB)',
		'xxxxxxxxxx-xxxxx: xxx(xxxx:xxxxx/xxx;xxxx00,xxxx)',
	],
	['style', '--disabled-icon: ada', '--disabled-icon: xxx'],
	['style', 'ada', 'xxx'],
	['data-icon', 'tail-in', 'tail-in'],
	['data-icon', 'ada', 'xxx'],
	['lang', 'pt-BR', 'pt-BR'],
	// What is typed into a field: a PIN, for one.
	['value', '1234', '0000'],
	['data-user', 'ada', 'xxx'],
	['data-user', '42', '42'],
])('of %s="%s" stays %s', (name, value, filled) => {
	expect(fillAttribute(name, value, known)).toBe(filled);
});
