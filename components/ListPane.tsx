import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { severalAccounts } from '@/lib/inbox/accounts';
import { countChips } from '@/lib/inbox/chips';
import { countUnreadChats, filterRows, type InboxFilter } from '@/lib/inbox/filter';
import type { SearchScope } from '@/lib/inbox/query';
import { sortRows } from '@/lib/inbox/sort';
import type { Spot } from '@/lib/model';
import { networks as allNetworks, type InboxView, type Network } from '@/lib/model';
import { CatchUpLine } from './CatchUpLine';
import { CatchUpOffer } from './CatchUpOffer';
import { ChatList } from './ChatList';
import type { ChatActionId } from './chat-actions/chat-action';
import { DiskNotice } from './DiskNotice';
import { EmptyList } from './EmptyList';
import { FilterChips } from './FilterChips';
import { FirstRun } from './FirstRun';
import { ListHeader } from './ListHeader';
import { ListSkeleton } from './ListSkeleton';
import { LostNotice } from './lock/LostNotice';
import type { MenuPoint } from './Menu';
import { NetworkNotices } from './NetworkNotices';
import type { CatchUpActions, CatchUpEntry, NetworkActions, NetworkEntry } from './network-entry';
import type { RowActions } from './row-actions';
import { ScopeChips } from './ScopeChips';
import { SearchField } from './SearchField';
import { SearchResults, type SearchState } from './SearchResults';
import { SelectionBar } from './SelectionBar';
import { SignedOutLines } from './SignedOutLines';
import type { SettingsSectionName } from './settings-sections';
import { TurnedOffQuestion } from './TurnedOffQuestion';
import './ListPane.css';

export interface ListPaneProps extends NetworkActions, CatchUpActions {
	/** `null` while the store opens. */
	inbox: InboxView | null;
	now: number;
	filter: InboxFilter;
	query: string;
	scope: SearchScope;
	/** `null` while nothing is searched for. */
	search: SearchState | null;
	openChatKey: string | null;
	networks: readonly NetworkEntry[];
	/** Those that run, and for a while those that ended. */
	catchUps: Partial<Record<Network, CatchUpEntry>>;
	/** Those that a person does not use: nothing is said of their being off. */
	unused: readonly Network[];
	/** Turned off and not yet answered what becomes of what is stored. */
	turnedOff: readonly Network[];
	/** Accounts that are known to be signed out, by their keys. */
	signedOut: ReadonlySet<string>;
	/** Bytes left on the disk where that is little, else `null`. */
	scarceRoom: number | null;
	isHidden: boolean;
	onFilter: (filter: InboxFilter) => void;
	onQuery: (query: string) => void;
	onScope: (scope: SearchScope) => void;
	/** Ends the search. */
	onClear: () => void;
	/** How far it was scrolled when it was last seen, in pixels. */
	top: number;
	onTop: (top: number) => void;
	onOpen: (chatKey: string, found?: Spot) => void;
	actions: RowActions;
	onAct: (id: ChatActionId, chatKeys: readonly string[]) => void;
	onMenu: (chatKeys: readonly string[], point: MenuPoint) => void;
	/** `null` ends the choosing. */
	onSelect: (chatKeys: ReadonlySet<string> | null) => void;
	onSettle: (network: Network, keep: boolean) => void;
	onUnused: (network: Network) => void;
	/** To what expires next. */
	onNext: () => void;
	/** At a section of them, or at their top. */
	onSettings: (section?: SettingsSectionName) => void;
	/** Absent where nothing was lost while locked, or it was read. */
	onLossRead?: (() => void) | undefined;
	/** Absent where nothing can be locked. */
	onLock?: (() => void) | undefined;
	onPopOut?: () => void;
}

/** The inbox: what needs the user, then all chats of all networks. */
export function ListPane(props: ListPaneProps) {
	const { inbox, now, filter, networks, isHidden, openChatKey, onOpen, actions } = props;
	const scroller = useRef<HTMLDivElement>(null);
	const scrolledTo = useRef(props.top);
	const isFilled = inbox !== null;

	// A hidden pane forgets where it was scrolled to in some browsers.
	useLayoutEffect(() => {
		if (!isHidden && scroller.current) scroller.current.scrollTop = scrolledTo.current;
	}, [isHidden, isFilled]);

	const rows = useMemo(
		() => (inbox ? sortRows(filterRows(inbox.rows, filter, now)) : []),
		[inbox, filter, now],
	);
	const counts = useMemo(() => countChips(inbox?.rows ?? [], now), [inbox, now]);
	const accounts = useMemo(() => severalAccounts(inbox?.rows ?? []), [inbox]);
	const byAccount = useMemo(() => new Map(accounts.map((each) => [each.key, each])), [accounts]);
	// Hundreds of rows are drawn anew only when something of them changed.
	const list = useMemo(
		() => (
			<ChatList
				rows={rows}
				now={now}
				openChatKey={openChatKey}
				onOpen={onOpen}
				actions={actions}
				accounts={byAccount}
				signedOut={props.signedOut}
			/>
		),
		[rows, now, openChatKey, onOpen, actions, byAccount, props.signedOut],
	);
	const selected = actions.selected && rows.filter(({ chat }) => actions.selected?.has(chat.key));
	const selectedKeys = selected?.map(({ chat }) => chat.key) ?? [];
	const shownNetworks = networks
		.map((entry) => entry.network)
		.filter(
			(network) =>
				networks.some((entry) => entry.network === network && entry.status.state !== 'off') ||
				inbox?.rows.some((row) => row.chat.network === network),
		);
	const isSearching = props.search !== null || props.scope.chatKey !== undefined;
	const searchedKey = props.scope.chatKey ?? openChatKey;
	const searchedChat = inbox?.rows.find(({ chat }) => chat.key === searchedKey)?.chat ?? null;
	/** What is listed is all there is, of one network or of all. */
	const isWhole = !filter.unread && filter.shelf === undefined && filter.label === undefined;
	const isFirstRun = networks.length > 0 && inbox?.rows.length === 0 && shownNetworks.length === 0;

	return (
		<main class="list-pane" hidden={isHidden}>
			{selected && <h1 class="visually-hidden">{i18n.t('extensionName')}</h1>}
			{selected ? (
				<SelectionBar
					rows={selected}
					all={rows.length}
					now={now}
					onAct={(id) => props.onAct(id, selectedKeys)}
					onMenu={(point) => props.onMenu(selectedKeys, point)}
					onAll={() => props.onSelect(new Set(rows.map(({ chat }) => chat.key)))}
					onEnd={() => props.onSelect(null)}
				/>
			) : (
				<ListHeader
					onNext={props.onNext}
					onSettings={() => props.onSettings()}
					onLock={props.onLock}
					onSetUpLock={inbox ? () => props.onSettings('lock') : undefined}
					onPopOut={props.onPopOut}
				/>
			)}
			{!isFirstRun && (
				<SearchField query={props.query} onQuery={props.onQuery} onClear={props.onClear} />
			)}
			{isSearching && (
				<ScopeChips
					scope={props.scope}
					networks={shownNetworks}
					chat={searchedChat}
					onScope={props.onScope}
				/>
			)}
			{!isFirstRun && !isSearching && (
				<FilterChips
					filter={filter}
					unreadCount={countUnreadChats(inbox?.rows ?? [], now)}
					counts={counts}
					networks={shownNetworks}
					accounts={accounts}
					onFilter={props.onFilter}
				/>
			)}
			<div
				class="list-scroller"
				ref={scroller}
				onScroll={(event) => {
					if (isHidden || !isFilled) return;
					scrolledTo.current = event.currentTarget.scrollTop;
					props.onTop(scrolledTo.current);
				}}
			>
				{props.turnedOff.map((network) => (
					<TurnedOffQuestion key={network} network={network} onSettle={props.onSettle} />
				))}
				{!props.search && props.onLossRead && <LostNotice onRead={props.onLossRead} />}
				{!props.search && props.scarceRoom !== null && (
					<DiskNotice bytes={props.scarceRoom} onDetails={() => props.onSettings('stored')} />
				)}
				{!props.search && !isFirstRun && (
					<NetworkNotices
						networks={networks}
						unused={props.unused}
						now={now}
						onUnused={props.onUnused}
						onTurnOn={props.onTurnOn}
						onOpenNetwork={props.onOpenNetwork}
						onReport={() => props.onSettings('health')}
					/>
				)}
				{!props.search && (filter.network !== null || accounts.length > 0) && (
					<SignedOutLines
						rows={rows}
						signedOut={props.signedOut}
						accounts={byAccount}
						onForget={(chatKeys) => props.onAct('delete', chatKeys)}
					/>
				)}
				{!props.search && <CatchUpLines {...props} />}
				{props.search ? (
					<SearchResults
						search={props.search}
						query={props.query}
						now={now}
						openChatKey={openChatKey}
						scope={props.scope}
						onOpen={onOpen}
						onScope={props.onScope}
					/>
				) : inbox === null ? (
					<ListSkeleton />
				) : isFirstRun ? (
					<FirstRun networks={networks} onTurnOn={props.onTurnOn} />
				) : rows.length === 0 ? (
					<EmptyList networks={networks} filter={filter} hasChats={inbox.rows.length > 0} />
				) : (
					<>
						{list}
						{isWhole && (
							<CatchUpOffer
								networks={networks}
								now={now}
								only={filter.network}
								running={props.catchUps}
								onCatchUp={props.onCatchUp}
							/>
						)}
					</>
				)}
			</div>
		</main>
	);
}

function CatchUpLines({ catchUps, onCatchUp, onEndCatchUp }: ListPaneProps) {
	const shown = allNetworks.flatMap((network) => {
		const catchUp = catchUps[network];
		return catchUp ? [{ network, catchUp }] : [];
	});
	if (shown.length === 0) return null;
	return (
		<ul class="notices catch-ups" aria-label={i18n.t('catchUp.title')}>
			{shown.map((each) => (
				<CatchUpLine
					key={each.network}
					{...each}
					onCatchUp={onCatchUp}
					onEndCatchUp={onEndCatchUp}
				/>
			))}
		</ul>
	);
}
