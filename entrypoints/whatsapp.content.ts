import { defineContentScript } from 'wxt/utils/define-content-script';
import { beginLife } from '@/lib/networks/reader-life';
import { watchPage } from '@/lib/networks/watch';
import { adapter } from '@/lib/networks/whatsapp';

export default defineContentScript({
	matches: ['https://web.whatsapp.com/*'],
	registration: 'runtime',
	main: () => watchPage(adapter, beginLife()),
});
