import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { findArrivals } from '@/lib/inbox/arrivals';
import type { ChatRow } from '@/lib/model';
import { networkName } from './words/networks';
import { previewLine, shortened } from './words/previews';
import { shownTitle } from './words/titles';

/** Tells those who hear the page what came in while they are on it. */
export function Arrivals({ rows, now }: { rows: readonly ChatRow[] | null; now: number }) {
	const last = useRef<readonly ChatRow[] | null>(null);
	const [words, setWords] = useState('');

	useEffect(() => {
		if (rows === null) return;
		const arrived = last.current === null ? [] : findArrivals(last.current, rows, now);
		last.current = rows;
		const [first] = arrived;
		if (!first) return;
		setWords(arrived.length === 1 ? wordsOf(first) : i18n.t('arrivals.several', arrived.length));
	}, [rows]);

	return (
		<p class="visually-hidden" aria-live="polite" data-part="arrivals">
			{words}
		</p>
	);
}

const wordsOf = (row: ChatRow): string =>
	i18n.t('arrivals.one', {
		name: shownTitle(row.chat.title),
		network: networkName(row.chat.network),
		text: shortened(previewLine(row)),
	});
