import { i18n } from '#i18n';
import type { Network, ShownMessage } from '@/lib/model';
import { MessageBody } from './MessageBody';
import { bubbleTime, spokenTime } from './words/moments';

interface MessageItemProps {
	message: ShownMessage;
	network: Network;
	now: number;
	/** Shown above the first of a run; read out before each. */
	sender: string;
	isSenderShown: boolean;
	isFound: boolean;
}

/** One message in a bubble on its sender's side; system rows stand in the middle, bare. */
export function MessageItem(props: MessageItemProps) {
	const { message, network, now, sender, isSenderShown, isFound } = props;
	const side = message.kind === 'system' ? 'system' : message.side;

	return (
		<li
			class={`message message-${side}${isFound ? ' message-found' : ''}`}
			data-kind={message.kind}
			data-side={message.side}
			data-precision={message.sentAt.precision}
			data-deleted={message.deleted}
			data-edited={message.edited}
		>
			<div class="bubble">
				{message.kind !== 'system' && (
					<p class={isSenderShown ? 'message-sender' : 'visually-hidden'} data-part="sender">
						<bdi>{sender}</bdi>
					</p>
				)}
				<MessageBody message={message} network={network} />
				<p class="message-facts">
					{message.edited && <span data-part="edited">{i18n.t('message.edited')}</span>}
					<span title={spokenTime(message.sentAt, now)} data-part="time">
						{bubbleTime(message.sentAt, now)}
					</span>
				</p>
			</div>
			{message.reactions.length > 0 && (
				<ul class="reactions" role="list" aria-label={i18n.t('message.reactions')}>
					{message.reactions.map((reaction, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: equal reactions have nothing else to tell them apart
						<li key={index}>{reaction}</li>
					))}
				</ul>
			)}
		</li>
	);
}
