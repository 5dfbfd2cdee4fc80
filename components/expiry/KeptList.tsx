import { i18n } from '#i18n';
import type { ChatRow, KeptMessage, Spot } from '@/lib/model';
import { excerptAround } from '../excerpt';
import { IconButton } from '../IconButton';
import { kindName } from '../words/kinds';
import { spokenTime } from '../words/moments';
import { shownTitle } from '../words/titles';
import './KeptList.css';

interface KeptListProps {
	kept: readonly KeptMessage[];
	/** For the names of chats. */
	rows: readonly ChatRow[];
	now: number;
	onOpen: (chatKey: string, found: Spot) => void;
	onUnkeep: (kept: KeptMessage) => void;
}

/** Every message that is kept on purpose; each can be let go of here. */
export function KeptList({ kept, rows, now, onOpen, onUnkeep }: KeptListProps) {
	if (kept.length === 0) return null;
	const titles = new Map(rows.map(({ chat }) => [chat.key, shownTitle(chat.title)]));
	return (
		<section class="what-next-day" aria-labelledby="next-kept" data-part="kept-list">
			<h2 id="next-kept">{i18n.t('next.kept')}</h2>
			<ul>
				{kept.map((each) => (
					<li key={each.message.key} class="kept-line">
						<button
							type="button"
							class="kept-open"
							onClick={() => onOpen(each.chatKey, each.message)}
						>
							<span class="kept-of">
								<bdi>{titles.get(each.chatKey)}</bdi> · {spokenTime(each.message.sentAt, now)}
							</span>
							<span class="kept-text" dir="auto">
								{excerptAround(each.message.text ?? kindName(each.message.kind), []).text}
							</span>
						</button>
						<IconButton icon="close" label={i18n.t('act.unkeep')} onPress={() => onUnkeep(each)} />
					</li>
				))}
			</ul>
		</section>
	);
}
