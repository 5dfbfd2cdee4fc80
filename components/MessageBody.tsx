import { i18n } from '#i18n';
import type { MessageKind, Network, ShownMessage } from '@/lib/model';
import { FoldedText } from './FoldedText';
import { Icon, type IconName } from './Icon';
import { networkName } from './words/networks';

/** Kinds that stand for something only the messenger can show. */
const placeholders: Partial<Record<MessageKind, IconName>> = {
	photo: 'photo',
	video: 'video',
	voice: 'voice',
	sticker: 'sticker',
	file: 'file',
	share: 'share',
	call: 'call',
	unsupported: 'unsupported',
};

interface MessageBodyProps {
	message: ShownMessage;
	network: Network;
}

/** What a message says: its words, or a labelled placeholder with the words below it. */
export function MessageBody({ message, network }: MessageBodyProps) {
	const { kind, text, quote } = message;
	if (message.deleted || kind === 'deleted') {
		return (
			<p class="message-absent">
				<Icon name="deleted" size={16} />
				{i18n.t('message.deleted')}
			</p>
		);
	}
	const icon = placeholders[kind];
	return (
		<>
			{quote !== null && quote !== '' && (
				<blockquote class="message-quote" aria-label={i18n.t('message.quote')}>
					<p dir="auto" data-part="quote">
						{quote.slice(0, 300)}
					</p>
				</blockquote>
			)}
			{icon && (
				<p class="message-media">
					<span class="message-media-icon">
						<Icon name={icon} />
					</span>
					<span>
						<span class="message-media-name">{i18n.t(`kind.${kind}`)}</span>
						<span class="message-media-where">
							{i18n.t('kind.seeThere', [networkName(network)])}
						</span>
					</span>
				</p>
			)}
			{text !== null && text !== '' && <FoldedText text={text} />}
			{message.truncated && <p class="message-note">{i18n.t('message.cut')}</p>}
		</>
	);
}
