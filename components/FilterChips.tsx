import { i18n } from '#i18n';
import { everything, type InboxFilter } from '@/lib/inbox/filter';
import type { Network } from '@/lib/model';
import { networkName } from './words/networks';
import { countText } from './words/numbers';
import './FilterChips.css';

interface FilterChipsProps {
	filter: InboxFilter;
	unreadCount: number;
	networks: readonly Network[];
	onFilter: (filter: InboxFilter) => void;
}

/** All, Unread with its count, and each network; Unread and one network may be on at once. */
export function FilterChips({ filter, unreadCount, networks, onFilter }: FilterChipsProps) {
	const isAll = !filter.unread && filter.network === null;
	const unread = i18n.t('filter.unread');

	return (
		<fieldset class="chips" aria-label={i18n.t('filter.label')}>
			<Chip label={i18n.t('filter.all')} isOn={isAll} onClick={() => onFilter(everything)} />
			<Chip
				label={unreadCount > 0 ? `${unread} ${countText(unreadCount)}` : unread}
				isOn={filter.unread}
				onClick={() => onFilter({ ...filter, unread: !filter.unread })}
			/>
			{networks.map((network) => (
				<Chip
					key={network}
					label={networkName(network)}
					isOn={filter.network === network}
					onClick={() =>
						onFilter({ ...filter, network: filter.network === network ? null : network })
					}
				/>
			))}
		</fieldset>
	);
}

function Chip({ label, isOn, onClick }: { label: string; isOn: boolean; onClick: () => void }) {
	return (
		<button type="button" class="chip" aria-pressed={isOn} onClick={onClick}>
			{label}
		</button>
	);
}
