import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ChatRow, Timer } from '@/lib/model';
import type { MenuPoint } from '../Menu';
import type { RowActions } from '../row-actions';
import { useShortcuts } from '../shortcuts/use-shortcuts';
import type { SwipeWay } from '../use-swipe';
import type { ChatActionId } from './chat-action';
import { actionKeys } from './chat-action';
import { type ChatActionProps, type Notices, useChatActions } from './use-chat-actions';

interface Given extends ChatActionProps {
	rows: readonly ChatRow[];
	defaultTimer: Timer | null;
	now: number;
	notices: Notices;
	openChatKey: string | null;
	/** Leaves the open chat. */
	onClose: () => void;
	/** Searches in one chat. */
	onFind: (chatKey: string) => void;
}

const swipes: Record<SwipeWay, ChatActionId> = { end: 'archive', start: 'snooze' };

/** By a letter, or by name in the palette. */
const byKey = [
	'archive',
	'pin',
	'snooze',
	'unread',
	'timer',
	'select',
	'mute',
	'label',
	'delete',
] as const;

/** Acts on rows by menu, swipe and key, on one or on all that are chosen. */
export function useRowActions(given: Given) {
	const [selected, setSelected] = useState<ReadonlySet<string> | null>(null);
	const steer: RowActions['steer'] = useRef(null);
	const toggle = useCallback((chatKey: string) => {
		setSelected((last) => {
			const next = new Set(last);
			if (!next.delete(chatKey)) next.add(chatKey);
			return next.size > 0 ? next : null;
		});
	}, []);
	const { act, openMenu, overlays } = useChatActions({
		...given,
		onSelect: toggle,
		onDone: () => setSelected(null),
	});

	const latest = useRef({ act, openMenu });
	latest.current = { act, openMenu };
	const actions = useMemo<RowActions>(
		() => ({
			selected,
			steer,
			onMenu: (chatKey: string, point: MenuPoint) => latest.current.openMenu([chatKey], point),
			onToggle: toggle,
			onSwipe: (chatKey: string, way: SwipeWay) => latest.current.act(swipes[way], [chatKey]),
		}),
		[selected, toggle],
	);

	/** What a key means: the chosen ones, else the row with the focus, else the open chat. */
	const meant = (id: ChatActionId): readonly string[] => {
		if (selected !== null && id !== 'select') return [...selected];
		const focused = document.activeElement?.closest<HTMLElement>('[data-chat]')?.dataset.chat;
		const key = focused ?? given.openChatKey ?? steer.current?.cursor;
		return key ? [key] : [];
	};
	const runByKey = (id: ChatActionId) => {
		const keys = meant(id);
		const isAway = id === 'archive' || id === 'unread';
		act(id, keys);
		if (isAway && keys[0] === given.openChatKey) given.onClose();
	};

	useShortcuts([
		{
			id: 'next-chat',
			keys: ['j'],
			label: i18n.t('act.next'),
			group: 'list',
			isRepeated: true,
			run: () => steer.current?.step(1),
		},
		{
			id: 'previous-chat',
			keys: ['k'],
			label: i18n.t('act.previous'),
			group: 'list',
			isRepeated: true,
			run: () => steer.current?.step(-1),
		},
		{ id: 'rows', keys: ['ArrowDown', 'ArrowUp'], label: i18n.t('act.rows'), group: 'list' },
		{ id: 'open-chat', keys: ['Enter'], label: i18n.t('act.enter'), group: 'list' },
		...byKey.map((id) => ({
			id: `${id}-chat`,
			keys: actionKeys[id] ? [actionKeys[id]] : [],
			label: i18n.t(shortcutLabels[id]),
			group: 'list' as const,
			run: () => runByKey(id),
		})),
	]);

	return { actions, select: setSelected, act, openMenu, overlays };
}

/** Without regard to what stands there already: a list of keys is no menu. */
const shortcutLabels = {
	archive: 'act.archive',
	pin: 'act.pin',
	snooze: 'act.snooze',
	unread: 'act.unreadOrRead',
	timer: 'act.timer',
	select: 'act.select',
	mute: 'act.mute',
	label: 'act.label',
	delete: 'act.delete',
} as const;
