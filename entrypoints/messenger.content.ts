import { defineContentScript } from 'wxt/utils/define-content-script';
import { adapter } from '@/lib/networks/messenger';
import { beginLife } from '@/lib/networks/reader-life';
import { watchPage } from '@/lib/networks/watch';

export default defineContentScript({
	matches: [
		'https://www.messenger.com/*',
		'https://www.facebook.com/*',
		'https://web.facebook.com/*',
	],
	registration: 'runtime',
	main: () => watchPage(adapter, beginLife()),
});
