import { i18n } from '#i18n';
import type { SearchScope } from '@/lib/inbox/query';
import type { ChatRow, Network } from '@/lib/model';
import { ChipRow } from './ChipRow';
import { networkName } from './words/networks';
import { shownTitle } from './words/titles';

interface ScopeChipsProps {
	scope: SearchScope;
	networks: readonly Network[];
	/** The chat that is searched, or stands open and could be; `null` for none. */
	chat: ChatRow['chat'] | null;
	onScope: (scope: SearchScope) => void;
}

/** Where is searched, and where else could be: everywhere, one network, this chat. */
export function ScopeChips({ scope, networks, chat, onScope }: ScopeChipsProps) {
	const isEverywhere = scope.network === undefined && scope.chatKey === undefined;
	const choices = [
		{ key: 'all', label: i18n.t('scope.all'), isOn: isEverywhere, scope: {} },
		...(chat
			? [
					{
						key: 'chat',
						label: shownTitle(chat.title),
						isOn: scope.chatKey === chat.key,
						scope: { chatKey: chat.key },
					},
				]
			: []),
		...networks.map((network) => ({
			key: network,
			label: networkName(network),
			isOn: scope.network === network,
			scope: { network },
		})),
	];
	return (
		<ChipRow label={i18n.t('scope.label')}>
			{choices.map((choice) => (
				<button
					key={choice.key}
					type="button"
					class="chip"
					aria-pressed={choice.isOn}
					onClick={() => onScope(choice.scope)}
				>
					<bdi data-private={choice.key === 'chat'}>{choice.label}</bdi>
				</button>
			))}
		</ChipRow>
	);
}
