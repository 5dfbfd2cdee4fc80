import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { LinkedText } from './LinkedText';
import { countText } from './words/numbers';

/** Longer texts show their beginning first. */
const foldedLength = 1_500;

/** A message's words: text nodes and links only, in their own direction, long ones folded. */
export function FoldedText({ text }: { text: string }) {
	const [isWhole, setWhole] = useState(false);
	const isLong = text.length > foldedLength;
	const shown = isLong && !isWhole ? beginning(text) : text;

	return (
		<>
			<p class="message-text" dir="auto" data-part="text">
				<LinkedText text={shown} />
			</p>
			{isLong && (
				<button
					type="button"
					class="text-action message-fold"
					aria-expanded={isWhole}
					onClick={() => setWhole(!isWhole)}
				>
					{isWhole
						? i18n.t('message.showLess')
						: i18n.t('message.showAll', [countText(text.length)])}
				</button>
			)}
		</>
	);
}

/** Up to the last break before the limit, and never through a surrogate pair. */
function beginning(text: string): string {
	const cut = text.slice(0, foldedLength);
	const gap = cut.search(/\s\S*$/u);
	const end = gap > foldedLength - 100 ? gap : foldedLength;
	return `${cut.slice(0, end).replace(/[\ud800-\udbff]$/u, '')}…`;
}
