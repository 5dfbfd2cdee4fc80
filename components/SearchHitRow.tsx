import { i18n } from '#i18n';
import type { Spot } from '@/lib/model';
import { excerptAround } from './excerpt';
import { MarkedText } from './MarkedText';
import { focusRow, moveFocus } from './move-focus';
import type { TextHit } from './SearchResults';
import { kindName } from './words/kinds';
import { listTime, spokenTime } from './words/moments';
import { networkName } from './words/networks';
import { joinParts } from './words/numbers';
import { shownTitle } from './words/titles';

interface SearchHitRowProps {
	hit: TextHit;
	now: number;
	onOpen: (chatKey: string, found: Spot) => void;
}

/** One found message under its chat's name: who wrote it, and the words around what was found. */
export function SearchHitRow({ hit, now, onOpen }: SearchHitRowProps) {
	const { row, message } = hit;
	const title = shownTitle(row.chat.title);
	const excerpt = excerptAround(message.text ?? kindName(message.kind), hit.ranges);
	const sender = message.side === 'mine' ? i18n.t('side.you') : message.sender;
	const isNamed = sender !== null && sender !== row.chat.title;

	return (
		<button
			type="button"
			class="row row-hit"
			data-network={row.chat.network}
			data-side={message.side}
			onKeyDown={moveFocus}
			onClick={(event) => {
				focusRow(event);
				onOpen(row.chat.key, { key: message.key, rank: message.rank });
			}}
		>
			<span class="visually-hidden">
				{joinParts([
					title,
					networkName(row.chat.network),
					isNamed ? i18n.t('preview.bySender', { sender, text: excerpt.text }) : excerpt.text,
					spokenTime(message.sentAt, now),
				])}
			</span>
			<span class="row-main" aria-hidden="true">
				<span class="row-hit-text" data-part="preview">
					{isNamed && (
						<>
							<bdi class="row-hit-sender">{i18n.t('preview.sender', [sender])}</bdi>{' '}
						</>
					)}
					<bdi data-part="preview-text">
						<MarkedText {...excerpt} />
					</bdi>
				</span>
			</span>
			<span class="row-end" aria-hidden="true">
				<span class="row-time" data-part="time">
					{listTime(message.sentAt, now)}
				</span>
			</span>
		</button>
	);
}
