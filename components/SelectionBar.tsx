import { i18n } from '#i18n';
import type { ChatRow } from '@/lib/model';
import { type ChatActionId, chatActions } from './chat-actions/chat-action';
import { IconButton } from './IconButton';
import type { MenuPoint } from './Menu';
import { MenuButton } from './MenuButton';
import { useEscape } from './use-escape';
import './SelectionBar.css';

interface SelectionBarProps {
	rows: readonly ChatRow[];
	/** How many could be chosen. */
	all: number;
	now: number;
	onAct: (id: ChatActionId) => void;
	onMenu: (point: MenuPoint) => void;
	onAll: () => void;
	onEnd: () => void;
}

/** What hands reach for first; the rest is in the menu. */
const first: readonly ChatActionId[] = ['archive', 'unread', 'snooze'];

/** In place of the header while chats are chosen: how many, and what to do with all of them. */
export function SelectionBar({ rows, all, now, onAct, onMenu, onAll, onEnd }: SelectionBarProps) {
	useEscape(true, onEnd);
	const actions = chatActions(rows, now).filter(({ id }) => first.includes(id));
	const isNone = rows.length === 0;

	return (
		<div class="selection-bar" role="toolbar" aria-label={i18n.t('select.label')}>
			<IconButton icon="close" label={i18n.t('select.end')} onPress={onEnd} />
			<p class="selection-count" role="status">
				{i18n.t('select.count', rows.length)}
			</p>
			{rows.length < all && (
				<button type="button" class="text-action" onClick={onAll}>
					{i18n.t('select.all')}
				</button>
			)}
			{actions.map(({ id, label, icon }) => (
				<IconButton
					key={id}
					icon={icon}
					label={label}
					isDisabled={isNone}
					onPress={() => onAct(id)}
				/>
			))}
			<MenuButton isDisabled={isNone} onMenu={onMenu} />
		</div>
	);
}
