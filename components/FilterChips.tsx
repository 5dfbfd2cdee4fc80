import { i18n } from '#i18n';
import type { ListedAccount } from '@/lib/inbox/accounts';
import type { ChipCounts } from '@/lib/inbox/chips';
import { everything, type InboxFilter, type Shelf } from '@/lib/inbox/filter';
import type { Network } from '@/lib/model';
import { ChipRow } from './ChipRow';
import { accountName } from './words/accounts';
import { networkName } from './words/networks';
import { countText } from './words/numbers';

interface FilterChipsProps {
	filter: InboxFilter;
	unreadCount: number;
	counts: ChipCounts;
	networks: readonly Network[];
	/** Those of networks that have several. */
	accounts: readonly ListedAccount[];
	onFilter: (filter: InboxFilter) => void;
}

const shelfNames = {
	groups: 'filter.groups',
	snoozed: 'filter.snoozed',
	archived: 'filter.archived',
} as const satisfies Record<Shelf, string>;

/**
 * What the list can be narrowed to. Unread, one network and one of the others may be on at
 * once; pressed again, each is off.
 */
export function FilterChips(props: FilterChipsProps) {
	const { filter, unreadCount, counts, networks, accounts, onFilter } = props;
	const { unread: isUnread, network, account, shelf, label } = filter;
	const isAll = !isUnread && network === null && shelf === undefined && label === undefined;
	const unread = i18n.t('filter.unread');
	const rest = { unread: isUnread, network };

	return (
		<ChipRow label={i18n.t('filter.label')}>
			<Chip
				label={i18n.t('filter.all')}
				count={counts.all}
				isOn={isAll}
				onClick={() => onFilter(everything)}
			/>
			<Chip
				label={unreadCount > 0 ? `${unread} ${countText(unreadCount)}` : unread}
				isOn={isUnread}
				onClick={() => onFilter({ ...filter, unread: !isUnread })}
			/>
			{networks.map((each) => (
				<Chip
					key={each}
					label={networkName(each)}
					count={counts.networks.get(each) ?? 0}
					isOn={network === each}
					onClick={() => {
						const { account: _, ...others } = filter;
						onFilter({ ...others, network: network === each ? null : each });
					}}
				/>
			))}
			{accounts
				.filter((each) => each.network === network)
				.map((each) => (
					<Chip
						key={each.key}
						label={accountName(each)}
						count={each.chats}
						isOn={account === each.key}
						onClick={() =>
							onFilter({ ...filter, account: account === each.key ? undefined : each.key })
						}
					/>
				))}
			{[...counts.shelves].map(([each, count]) => (
				<Chip
					key={each}
					label={i18n.t(shelfNames[each])}
					count={count}
					isOn={shelf === each}
					onClick={() => onFilter(shelf === each ? rest : { ...rest, shelf: each })}
				/>
			))}
			{counts.labels.map(([each, count]) => (
				<Chip
					key={`label ${each}`}
					label={each}
					count={count}
					isOn={label === each}
					onClick={() => onFilter(label === each ? rest : { ...rest, label: each })}
				/>
			))}
		</ChipRow>
	);
}

interface ChipProps {
	label: string;
	count?: number;
	isOn: boolean;
	onClick: () => void;
}

/** Its count stands in the style sheet: it is read out, and is no part of what the chip is called. */
function Chip({ label, count = 0, isOn, onClick }: ChipProps) {
	return (
		<button
			type="button"
			class="chip"
			aria-pressed={isOn}
			data-count-shown={count > 0 ? countText(count) : undefined}
			onClick={onClick}
		>
			<bdi>{label}</bdi>
		</button>
	);
}
