import { useCallback, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type FlagPatch, inversePatch, isMuted, isToldOf } from '@/lib/inbox/own-flags';
import type { Chat, ChatRow, Network, Timer } from '@/lib/model';
import type { MenuPoint } from '../Menu';
import type { NotificationSettingsProps } from '../NotificationSettings';
import type { SetTimer } from '../timer-desk';
import { ChatMenu } from './ChatMenu';
import { type ChatActionId, flagChange } from './chat-action';
import { DeleteDialog } from './DeleteDialog';
import { LabelDialog } from './LabelDialog';
import { SnoozeDialog } from './SnoozeDialog';
import { TimerDialog } from './TimerDialog';
import { type Done, Toast } from './Toast';

export interface ChatPatch {
	chatKey: string;
	patch: FlagPatch;
}

export interface ChatActionProps {
	/** Sets own flags; the networks are told nothing. */
	onFlag: (patches: ChatPatch[]) => void;
	onDelete: (chatKeys: string[]) => void;
	onSetTimer: SetTimer;
	onOpenNetwork: (network: Network, nativeId?: string | null) => void;
}

/** What notifications tell of, and how the browser is asked for them. */
export type Notices = Pick<NotificationSettingsProps, 'isAllowed' | 'notifies' | 'onAllow'>;

interface Given extends ChatActionProps {
	rows: readonly ChatRow[];
	defaultTimer: Timer | null;
	now: number;
	notices: Notices;
	onSelect: (chatKey: string) => void;
	/** Searches in one chat. */
	onFind: (chatKey: string) => void;
	/** After an action on several at once. */
	onDone: () => void;
}

type Asked = 'snooze' | 'label' | 'timer' | 'delete';
const asked: readonly ChatActionId[] = ['snooze', 'label', 'timer', 'delete'];
const isAsked = (id: ChatActionId): id is Asked => asked.includes(id);

/** What is open over the list: a menu at a point, or a question. */
interface Open {
	keys: readonly string[];
	what: 'menu' | Asked;
	point: MenuPoint;
}

/** Acts on chats: by menu, by key, on one or several; says what was done and how to undo it. */
export function useChatActions(given: Given) {
	const { onFlag, rows, now } = given;
	const [open, setOpen] = useState<Open | null>(null);
	const [done, setDone] = useState<Done | null>(null);
	const close = useCallback(() => setOpen(null), []);
	const forget = useCallback(() => setDone(null), []);
	const isTold = (chat: Chat): boolean =>
		given.notices.isAllowed && !isMuted(chat) && isToldOf(chat, given.notices.notifies);
	const pick = (keys: readonly string[]): ChatRow[] => {
		const wanted = new Set(keys);
		return rows.filter(({ chat }) => wanted.has(chat.key));
	};

	const flag = (chosen: readonly ChatRow[], patch: (chat: Chat) => FlagPatch, said: string) => {
		const patches = chosen.map(({ chat }) => ({ chatKey: chat.key, patch: patch(chat) }));
		const undo = chosen.map(({ chat }) => ({
			chatKey: chat.key,
			patch: inversePatch(chat, patch(chat)),
		}));
		onFlag(patches);
		setOpen(null);
		setDone({ said, onUndo: () => onFlag(undo) });
		given.onDone();
	};

	/** Does it at once, or asks what is missing. */
	const act = (id: ChatActionId, keys: readonly string[]) => {
		const chosen = pick(keys);
		const [first] = chosen;
		if (!first) return;
		const isNotifying = id === 'notify' && !chosen.every(({ chat }) => isTold(chat));
		if (isNotifying && !given.notices.isAllowed) given.notices.onAllow();
		const change = flagChange(id, chosen, now, isTold);
		if (change) return flag(chosen, change.patch, change.said);
		if (isAsked(id)) return setOpen({ keys, what: id, point: { x: 0, y: 0 } });
		setOpen(null);
		if (id === 'open') given.onOpenNetwork(first.chat.network, first.chat.nativeId);
		if (id === 'find') given.onFind(first.chat.key);
		if (id === 'select') given.onSelect(first.chat.key);
	};

	const chosen = open ? pick(open.keys) : [];
	const count = chosen.length;
	const overlay = open && count > 0 && (
		<>
			{open.what === 'menu' && (
				<ChatMenu
					rows={chosen}
					point={open.point}
					now={now}
					isTold={isTold}
					onPick={(id) => act(id, open.keys)}
					onClose={close}
				/>
			)}
			{open.what === 'snooze' && (
				<SnoozeDialog
					now={now}
					onClose={close}
					onPick={(untilAt) =>
						flag(chosen, () => ({ snooze: { untilAt } }), i18n.t('done.snoozed', count))
					}
				/>
			)}
			{open.what === 'label' && (
				<LabelDialog
					rows={chosen}
					known={labelsOf(rows)}
					onClose={close}
					onSet={(added, removed) =>
						flag(
							chosen,
							(chat) => ({ labels: withLabels(chat, added, removed) }),
							i18n.t('done.labelled', count),
						)
					}
				/>
			)}
			{open.what === 'timer' && given.defaultTimer !== null && (
				<TimerDialog
					rows={chosen}
					defaultTimer={given.defaultTimer}
					now={now}
					onClose={close}
					onSet={(...timed) => {
						for (const { chat } of chosen) given.onSetTimer(chat.key, ...timed);
						setOpen(null);
						given.onDone();
					}}
				/>
			)}
			{open.what === 'delete' && (
				<DeleteDialog
					rows={chosen}
					onClose={close}
					onDelete={() => {
						given.onDelete(chosen.map(({ chat }) => chat.key));
						setOpen(null);
						setDone({ said: i18n.t('done.deleted', count), onUndo: null });
						given.onDone();
					}}
				/>
			)}
		</>
	);

	return {
		act,
		openMenu: (keys: readonly string[], point: MenuPoint) => setOpen({ keys, what: 'menu', point }),
		overlays: (
			<>
				{overlay}
				<Toast done={done} onEnd={forget} />
			</>
		),
	};
}

/** All labels that any chat has, in the order of a dictionary. */
export function labelsOf(rows: readonly ChatRow[]): string[] {
	const labels = new Set(rows.flatMap(({ chat }) => chat.own?.labels ?? []));
	return [...labels].sort((a, b) => a.localeCompare(b));
}

function withLabels(chat: Chat, added: readonly string[], removed: readonly string[]): string[] {
	const kept = (chat.own?.labels ?? []).filter((label) => !removed.includes(label));
	return [...new Set([...kept, ...added])];
}
