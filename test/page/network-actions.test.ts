import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { grantedHosts } from '@/lib/page/messenger-tabs';
import { openNetwork, requestHost } from '@/lib/page/network-actions';

const allowed = new Set<string>();

beforeEach(() => {
	fakeBrowser.reset();
	allowed.clear();
	fakeBrowser.permissions.contains = (async ({ origins = [] }: { origins?: string[] }) =>
		origins.every((origin) => allowed.has(origin))) as typeof fakeBrowser.permissions.contains;
});

describe('turning a host on', () => {
	it('asks the browser before the click is over', () => {
		const request = vi.fn(async () => true);
		fakeBrowser.permissions.request = request as typeof fakeBrowser.permissions.request;
		void requestHost('messenger', 'facebook.com');
		expect(request).toHaveBeenCalledWith({
			origins: ['https://www.facebook.com/*', 'https://web.facebook.com/*'],
		});
	});
});

describe('a host with several addresses', () => {
	it('is on while any of them is allowed', async () => {
		allowed.add('https://www.facebook.com/*');
		expect((await grantedHosts('messenger')).map(({ name }) => name)).toEqual(['facebook.com']);
	});
});

describe('opening a network', () => {
	const opened = async (): Promise<string | undefined> => {
		const create = vi.fn(async (_: { url?: string }) => ({}));
		fakeBrowser.tabs.query = (async () => []) as typeof fakeBrowser.tabs.query;
		fakeBrowser.tabs.create = create as unknown as typeof fakeBrowser.tabs.create;
		await openNetwork('messenger');
		return create.mock.calls[0]?.[0].url;
	};

	it('leads to the site that was turned on', async () => {
		allowed.add('https://www.messenger.com/*');
		expect(await opened()).toBe('https://www.messenger.com/');
		allowed.clear();
		allowed.add('https://www.facebook.com/*').add('https://web.facebook.com/*');
		expect(await opened()).toBe('https://www.facebook.com/messages/');
	});

	it('shows the tab that is open already, the one looked at last', async () => {
		allowed.add('https://www.messenger.com/*');
		const update = vi.fn(async (_: number) => ({}));
		fakeBrowser.tabs.query = (async () => [
			{ id: 1, lastAccessed: 10 },
			{ id: 2, lastAccessed: 20 },
		]) as unknown as typeof fakeBrowser.tabs.query;
		fakeBrowser.tabs.update = update as unknown as typeof fakeBrowser.tabs.update;
		await openNetwork('messenger');
		expect(update.mock.calls[0]?.[0]).toBe(2);
	});
});
