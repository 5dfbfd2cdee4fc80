import { describe, expect, it } from 'vitest';
import {
	isChatJid,
	legacyParts,
	messageKey,
	plainJid,
	readAccount,
	titleKey,
} from '@/lib/networks/whatsapp/identity';

describe('a message id', () => {
	it.each([
		['3EB04F7528778CD583D844', '3EB04F7528778CD583D844'],
		['true_593990000001@c.us_3EB04F7528778CD583D844_out', '3EB04F7528778CD583D844'],
		['false_593990000001@c.us_3A11111111111111111A', '3A11111111111111111A'],
		['false_103590000000001@lid_3A11111111111111111A', '3A11111111111111111A'],
		[
			'false_972500000001-1352922145@g.us_3F0AB1C2D3E4F5061728_972500000002@c.us',
			'3F0AB1C2D3E4F5061728',
		],
		['with_underscores_of_its_own', 'with_underscores_of_its_own'],
	])('%s is %s in every year', (dataId, key) => {
		expect(messageKey(dataId)).toBe(key);
	});

	it('told chat and side before April 2026', () => {
		expect(legacyParts('true_593990000001@c.us_3EB0_out')).toEqual({
			isMine: true,
			chatId: '593990000001@c.us',
			id: '3EB0',
		});
		expect(legacyParts('false_9725-13@g.us_3F0A_9725@c.us')).toMatchObject({
			isMine: false,
			chatId: '9725-13@g.us',
		});
		expect(legacyParts('3EB0')).toBeNull();
	});
});

describe('the account', () => {
	const account = (item: string | null) =>
		readAccount({ localItem: () => item } as unknown as Parameters<typeof readAccount>[0]);

	it('is the number before the device', () => {
		expect(account('"4917139200150:95@c.us"')).toBe('4917139200150');
		expect(account('4917139200150@c.us')).toBe('4917139200150');
	});

	it('is unknown where the page keeps something else', () => {
		for (const item of [null, '', '""', '{"id":1}', '"name@c.us"']) {
			expect(account(item)).toBeNull();
		}
	});
});

describe('a chat', () => {
	it('is the same whatever device or server name stands in its id', () => {
		expect(plainJid('4917139200150:12@c.us')).toBe('4917139200150@c.us');
		expect(plainJid('4917139200150@s.whatsapp.net')).toBe('4917139200150@c.us');
	});

	it('is no channel and not the status list', () => {
		expect(isChatJid('1203@newsletter')).toBe(false);
		expect(isChatJid('status@broadcast')).toBe(false);
		expect(isChatJid('1203@g.us')).toBe(true);
		expect(isChatJid('1035@lid')).toBe(true);
	});

	it('is found by its title through marks, spaces and ways to write a number', () => {
		expect(titleKey('\u202aZoe\u0308\u00a0 Q\u202c')).toBe(titleKey('Zoë Q'));
		expect(titleKey('~Karl')).toBe('Karl');
		expect(titleKey('+44 7700 900123')).toBe('+447700900123');
		expect(titleKey('٠١٢٣٤٥٦٧٨')).toBe('+012345678');
		expect(titleKey('2026')).toBe('2026');
		expect(titleKey('A 👩‍🚀')).not.toBe(titleKey('A 👩'));
	});
});
