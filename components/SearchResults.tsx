import { i18n } from '#i18n';
import type { SearchScope } from '@/lib/inbox/query';
import type { FoundRange } from '@/lib/inbox/search';
import type { ChatRow, ShownMessage, Spot } from '@/lib/model';
import { ChatListRow } from './ChatListRow';
import { EmptyState } from './EmptyState';
import { SearchGroup } from './SearchGroup';
import { useGrowing } from './use-growing';
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
	/** How many texts were found beyond those; `null` where there are more than were looked at. */
	moreTexts: number | null;
	isDone: boolean;
}

interface SearchResultsProps {
	search: SearchState;
	/** What was typed for it. */
	query: string;
	now: number;
	openChatKey: string | null;
	scope: SearchScope;
	onOpen: (chatKey: string, found?: Spot) => void;
	onScope: (scope: SearchScope) => void;
}

/** A letter or two are in hundreds of names. */
const mostNames = 50;

/** What was found: names first, then texts. */
export function SearchResults(props: SearchResultsProps) {
	const { search, now, openChatKey, scope, onOpen, onScope } = props;
	const { names, texts, moreTexts, isDone } = search;
	const mostDrawn = Math.min(names.length, mostNames);
	const drawn = useGrowing(props.query, mostDrawn);
	const isNarrow = scope.chatKey !== undefined || scope.network !== undefined;
	if (names.length === 0 && texts.length === 0) {
		if (!isDone) return <p class="search-status">{i18n.t('search.searching')}</p>;
		return (
			<EmptyState
				title={i18n.t('search.none')}
				detail={isNarrow ? '' : i18n.t('search.noneDetail')}
			>
				{isNarrow && (
					<button type="button" class="action" onClick={() => onScope({})}>
						{i18n.t('search.everywhere')}
					</button>
				)}
			</EmptyState>
		);
	}
	return (
		<div class="results">
			{names.length > 0 && (
				<section aria-label={i18n.t('search.chats')}>
					<h2 class="results-heading">{i18n.t('search.chats')}</h2>
					<ul>
						{names.slice(0, drawn).map(({ row, ranges }) => (
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
					{names.length > mostDrawn && drawn === mostDrawn && (
						<p class="search-status">{i18n.t('search.more', names.length - mostDrawn)}</p>
					)}
				</section>
			)}
			{texts.length > 0 && (
				<section aria-label={i18n.t('search.messages')}>
					<h2 class="results-heading">{i18n.t('search.messages')}</h2>
					<ul>
						{groupByChat(texts).map((hits) => (
							<SearchGroup
								key={hits[0].row.chat.key}
								hits={hits}
								now={now}
								isWhole={scope.chatKey !== undefined}
								onOpen={onOpen}
								onMore={(chatKey) => onScope({ chatKey })}
							/>
						))}
					</ul>
				</section>
			)}
			{moreTexts === null ? (
				<p class="search-status">{i18n.t('search.yetMore')}</p>
			) : (
				moreTexts > 0 && <p class="search-status">{i18n.t('search.more', moreTexts)}</p>
			)}
		</div>
	);
}

/** The chat with the newest hit first. */
function groupByChat(texts: readonly TextHit[]): [TextHit, ...TextHit[]][] {
	const groups = new Map<string, [TextHit, ...TextHit[]]>();
	for (const hit of texts) {
		const group = groups.get(hit.row.chat.key);
		if (group) group.push(hit);
		else groups.set(hit.row.chat.key, [hit]);
	}
	return [...groups.values()];
}
