import { describe, expect, it } from 'vitest';
import { networkFacts } from '@/lib/networks/registry';

const { whatsapp, messenger, instagram } = networkFacts;

describe('the address of a chat', () => {
	it('is that of its network at the host which is open', () => {
		expect(messenger.chatAddress?.('1234', 'https://www.messenger.com')).toBe(
			'https://www.messenger.com/t/1234/',
		);
		expect(messenger.chatAddress?.('1234', 'https://web.facebook.com')).toBe(
			'https://web.facebook.com/messages/t/1234/',
		);
		expect(instagram.chatAddress?.('340282', 'https://www.instagram.com')).toBe(
			'https://www.instagram.com/direct/t/340282/',
		);
	});

	it('is unknown where an id is not of its form, so that no page can lead elsewhere', () => {
		for (const id of ['', 'row:1', '12/../../logout', '12?next=//evil.example', 'x'.repeat(50)]) {
			expect(messenger.chatAddress?.(id, 'https://www.messenger.com')).toBeNull();
			expect(instagram.chatAddress?.(id, 'https://www.instagram.com')).toBeNull();
		}
	});

	it('does not exist on WhatsApp', () => {
		expect(whatsapp.chatAddress).toBeUndefined();
	});
});
