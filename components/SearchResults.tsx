import { i18n } from '#i18n';
import type { FoundRange } from '@/lib/inbox/search';
import type { ChatRow, ShownMessage, Spot } from '@/lib/model';
import { ChatListRow } from './ChatListRow';
import { EmptyState } from './EmptyState';
import { SearchHitRow } from './SearchHitRow';
import './SearchResults.css';

/** A message in which all words were found. */
export interface TextHit {
	row: ChatRow;
	message: ShownMessage;
	ranges: readonly FoundRange[];
}

/** A chat in whose name all words were found. */
export interface NameHit {
	row: ChatRow;
	ranges: readonly FoundRange[];
}

export interface SearchState {
	names: readonly NameHit[];
	/** Newest first, the first few. */
	texts: readonly TextHit[];
	/** How many texts were found beyond those. */
	moreTexts: number;
	isDone: boolean;
}

interface SearchResultsProps {
	search: SearchState;
	now: number;
	openChatKey: string | null;
	onOpen: (chatKey: string, found?: Spot) => void;
}

/** What was found: names first, then texts. */
export function SearchResults({ search, now, openChatKey, onOpen }: SearchResultsProps) {
	const { names, texts, moreTexts, isDone } = search;
	if (names.length === 0 && texts.length === 0) {
		return isDone ? (
			<EmptyState title={i18n.t('search.none')} detail={i18n.t('search.noneDetail')} />
		) : (
			<p class="search-status">{i18n.t('search.searching')}</p>
		);
	}
	return (
		<div class="results">
			{names.length > 0 && (
				<section aria-label={i18n.t('search.chats')}>
					<h2 class="results-heading">{i18n.t('search.chats')}</h2>
					<ul>
						{names.map(({ row, ranges }) => (
							<li key={row.chat.key}>
								<ChatListRow
									row={row}
									now={now}
									isOpen={row.chat.key === openChatKey}
									titleRanges={ranges}
									onOpen={onOpen}
								/>
							</li>
						))}
					</ul>
				</section>
			)}
			{texts.length > 0 && (
				<section aria-label={i18n.t('search.messages')}>
					<h2 class="results-heading">{i18n.t('search.messages')}</h2>
					<ul>
						{texts.map((hit) => (
							<li key={hit.message.key}>
								<SearchHitRow hit={hit} now={now} onOpen={onOpen} />
							</li>
						))}
					</ul>
				</section>
			)}
			{moreTexts > 0 && <p class="search-status">{i18n.t('search.more', moreTexts)}</p>}
		</div>
	);
}
