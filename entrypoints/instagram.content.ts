import { defineContentScript } from 'wxt/utils/define-content-script';
import { adapter } from '@/lib/networks/instagram';
import { beginLife } from '@/lib/networks/reader-life';
import { watchPage } from '@/lib/networks/watch';

export default defineContentScript({
	matches: ['https://www.instagram.com/*'],
	registration: 'runtime',
	main: () => watchPage(adapter, beginLife()),
});
