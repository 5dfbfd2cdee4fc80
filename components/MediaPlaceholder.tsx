import { i18n } from '#i18n';
import type { MessageKind, Network } from '@/lib/model';
import { Icon, type IconName } from './Icon';
import { networkName } from './words/networks';

/** Kinds that stand for something only the messenger can show. */
const icons = {
	photo: 'photo',
	video: 'video',
	voice: 'voice',
	sticker: 'sticker',
	file: 'file',
	share: 'share',
	call: 'call',
	unsupported: 'unsupported',
} as const satisfies Partial<Record<MessageKind, IconName>>;

const hasIcon = (kind: MessageKind): kind is keyof typeof icons => kind in icons;

interface MediaPlaceholderProps {
	kind: MessageKind;
	network: Network;
	/** Leads to where it can be seen. */
	onOpen: (network: Network) => void;
}

/** Names what is not shown here, and where it is; nothing for words. */
export function MediaPlaceholder({ kind, network, onOpen }: MediaPlaceholderProps) {
	if (!hasIcon(kind)) return null;
	return (
		<div class="message-media">
			<span class="message-media-icon">
				<Icon name={icons[kind]} />
			</span>
			<p>
				<span class="message-media-name">{i18n.t(`kind.${kind}`)}</span>
				<button
					type="button"
					class="text-action message-media-where"
					onClick={() => onOpen(network)}
				>
					{i18n.t('chat.openThere', [networkName(network)])}
				</button>
			</p>
		</div>
	);
}
