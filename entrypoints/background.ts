import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '@/lib/background/start';
import { openCells } from '@/lib/cells/open-cells';

export default defineBackground({
	type: 'module',
	main() {
		// For what drives a browser in tests; as the page `try-cells`, not in what people install.
		if (import.meta.env.MODE === 'granted') Object.assign(globalThis, { openCells });
		void startBackground();
	},
});
