import { useCallback, useState } from 'preact/hooks';
import type { Network } from '@/lib/model';
import { readDiagnostics, readStructure } from './diagnostics';
import { saveText } from './save-text';

interface Diagnostics {
	network: Network;
	/** What was copied, to be seen; `null` while the page is looked at. */
	text: string | null;
	outcome: 'looking' | 'copied' | 'not-copied' | 'saved' | 'no-page';
}

/** What was last asked for of a network's page, and how to ask. */
export function useDiagnostics() {
	const [shown, setShown] = useState<Diagnostics | null>(null);

	/** Must be called within the click itself: browsers let nothing be copied later. */
	const copyDiagnostics = useCallback((network: Network) => {
		setShown({ network, text: null, outcome: 'looking' });
		const reading = readDiagnostics(network);
		const copied = copyWhenRead(reading);
		void reading.then(async (text) =>
			setShown({ network, text, outcome: (await copied) ? 'copied' : 'not-copied' }),
		);
	}, []);

	const saveStructure = useCallback(async (network: Network) => {
		setShown({ network, text: null, outcome: 'looking' });
		const structure = await readStructure(network);
		if (structure !== null) saveText(`stube-${network}-structure.html`, structure, 'text/html');
		setShown({ network, text: null, outcome: structure === null ? 'no-page' : 'saved' });
	}, []);

	return { shown, copyDiagnostics, saveStructure };
}

/** Whether the browser took the text; where it did not, it is there to be copied by hand. */
async function copyWhenRead(reading: Promise<string>): Promise<boolean> {
	const blob = reading.then((text) => new Blob([text], { type: 'text/plain' }));
	try {
		await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
		return true;
	} catch (error) {
		// Not swallowed: the console of our own page says why.
		console.error(error);
		return false;
	}
}
