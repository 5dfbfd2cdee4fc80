import { i18n } from '#i18n';
import type { InboxFilter } from '@/lib/inbox/filter';
import { EmptyState } from './EmptyState';
import type { NetworkEntry } from './network-entry';
import { networkName } from './words/networks';

interface EmptyListProps {
	networks: readonly NetworkEntry[];
	filter: InboxFilter;
	/** Whether anything is stored that the filter leaves out. */
	hasChats: boolean;
}

/** Why there is nothing to show, by what the networks are doing. */
export function EmptyList({ networks, filter, hasChats }: EmptyListProps) {
	if (hasChats && (filter.shelf !== undefined || filter.label !== undefined)) {
		return <EmptyState title={i18n.t('empty.shelf')} />;
	}
	if (hasChats && filter.unread) {
		return <EmptyState title={i18n.t('empty.unread')} detail={i18n.t('empty.unreadDetail')} />;
	}
	const looked = networks.filter(
		(entry) => filter.network === null || entry.network === filter.network,
	);
	const states = looked.map((entry) => entry.status.state);
	const isAnyRead = states.some((state) => state === 'reading' || state === 'hidden');

	if (hasChats && filter.network !== null) {
		return (
			<EmptyState
				title={i18n.t('empty.network', [networkName(filter.network)])}
				detail={isAnyRead ? i18n.t('empty.quietDetail') : undefined}
			/>
		);
	}
	if (states.every((state) => state === 'off')) {
		return <EmptyState title={i18n.t('empty.off')} detail={i18n.t('empty.offDetail')} hasMark />;
	}
	if (states.includes('loading')) return <EmptyState title={i18n.t('empty.loading')} hasMark />;
	return (
		<EmptyState
			title={i18n.t('empty.quiet')}
			detail={isAnyRead ? i18n.t('empty.quietDetail') : i18n.t('empty.noTabDetail')}
			hasMark
		/>
	);
}
