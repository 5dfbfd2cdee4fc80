import { i18n } from '#i18n';
import type { Spot } from '@/lib/model';
import { NetworkMark } from './NetworkMark';
import { SearchHitRow } from './SearchHitRow';
import type { TextHit } from './SearchResults';
import { networkName } from './words/networks';
import { shownTitle } from './words/titles';

interface SearchGroupProps {
	/** Of one chat, newest first. */
	hits: readonly [TextHit, ...TextHit[]];
	now: number;
	/** All of them, and not the newest few: this chat alone is searched. */
	isWhole: boolean;
	onOpen: (chatKey: string, found: Spot) => void;
	/** Searches this chat alone. */
	onMore: (chatKey: string) => void;
}

const fewest = 3;

/** What was found in one chat, under its name. */
export function SearchGroup({ hits, now, isWhole, onOpen, onMore }: SearchGroupProps) {
	const [{ row }] = hits;
	const title = shownTitle(row.chat.title);
	const shown = isWhole ? hits : hits.slice(0, fewest);

	return (
		<li class="results-group">
			<h3 class="results-chat">
				<NetworkMark network={row.chat.network} />
				<bdi class="results-title" data-private="true">
					{title}
				</bdi>
				<span class="visually-hidden">{networkName(row.chat.network)}</span>
			</h3>
			<ul>
				{shown.map((hit) => (
					<li key={hit.message.key}>
						<SearchHitRow hit={hit} now={now} onOpen={onOpen} />
					</li>
				))}
			</ul>
			{hits.length > shown.length && (
				<button type="button" class="text-action results-more" onClick={() => onMore(row.chat.key)}>
					{i18n.t('search.moreHere', hits.length - shown.length)}
				</button>
			)}
		</li>
	);
}
