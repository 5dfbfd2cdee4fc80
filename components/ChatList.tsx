import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ListedAccount } from '@/lib/inbox/accounts';
import type { ChatRow } from '@/lib/model';
import { ChatListRow } from './ChatListRow';
import type { RowActions } from './row-actions';
import { useRowsInView } from './use-rows-in-view';
import './ChatList.css';

interface ChatListProps {
	rows: readonly ChatRow[];
	now: number;
	openChatKey: string | null;
	onOpen: (chatKey: string) => void;
	/** What else can be done with rows; absent where they can only be opened. */
	actions?: RowActions;
	/** The accounts of networks that have several, by their keys. */
	accounts?: ReadonlyMap<string, ListedAccount>;
	/** Accounts that are known to be signed out. */
	signedOut?: ReadonlySet<string>;
}

/** Every row is as high as any other, see ChatList.css. */
const rowHeight = 64;

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * All chats in the order given. One row is in the order of tabs, arrow keys go to the others;
 * of a long list only what is near the view is drawn, and says which of how many it is.
 */
export function ChatList({
	rows,
	now,
	openChatKey,
	onOpen,
	actions,
	accounts,
	signedOut,
}: ChatListProps) {
	const list = useRef<HTMLUListElement>(null);
	const [cursor, setCursor] = useState<string | null>(null);
	const wanted = useRef<string | null>(null);
	const stretch = useRowsInView(list, rows.length, rowHeight);

	const open = useMemo(() => {
		const indexOf = (key: string | null) =>
			key === null ? -1 : rows.findIndex(({ chat }) => chat.key === key);
		const known = indexOf(cursor);
		return known < 0 ? indexOf(openChatKey) : known;
	}, [rows, cursor, openChatKey]);
	const tabStop = Math.max(open, 0);
	const { from, to } = stretch ?? { from: 0, to: rows.length };
	const indices = Array.from({ length: to - from }, (_, nth) => from + nth);
	if (tabStop < from) indices.unshift(tabStop);
	if (tabStop >= to) indices.push(tabStop);

	const focus = (index: number): void => {
		const key = rows[Math.max(0, Math.min(index, rows.length - 1))]?.chat.key ?? null;
		wanted.current = key;
		setCursor(key);
		focusWanted();
	};
	const focusWanted = (): void => {
		const buttons = list.current?.querySelectorAll<HTMLElement>('button[data-chat]') ?? [];
		const target = [...buttons].find(({ dataset }) => dataset.chat === wanted.current);
		if (!target) return;
		wanted.current = null;
		target.focus();
	};
	// A row that was not drawn yet is focused as soon as it is.
	useLayoutEffect(() => {
		if (wanted.current !== null) focusWanted();
	});
	useLayoutEffect(() => {
		if (!actions) return;
		// Whoever has not been in the list yet comes to its first row.
		const step = (by: number) => focus(open < 0 ? 0 : tabStop + by);
		actions.steer.current = { step, cursor };
	});

	const onKeyDown = (event: KeyboardEvent) => {
		const at = { Home: 0, End: rows.length - 1 }[event.key];
		const by = steps[event.key];
		if (at === undefined && by === undefined) return;
		event.preventDefault();
		focus(at ?? tabStop + (by ?? 0));
	};

	return (
		<ul
			class={stretch ? 'chat-list chat-list-long' : 'chat-list'}
			ref={list}
			aria-label={i18n.t('list.label')}
			onKeyDown={onKeyDown}
			style={stretch ? { blockSize: `${rows.length * rowHeight}px` } : undefined}
		>
			{indices.map((index) => {
				const row = rows[index];
				return (
					row && (
						<li
							key={row.chat.key}
							aria-setsize={stretch ? rows.length : undefined}
							aria-posinset={stretch ? index + 1 : undefined}
							style={stretch ? { insetBlockStart: `${index * rowHeight}px` } : undefined}
						>
							<ChatListRow
								row={row}
								now={now}
								isOpen={row.chat.key === openChatKey}
								isTabStop={index === tabStop}
								account={accounts?.get(row.chat.account)}
								isSignedOut={signedOut?.has(row.chat.account)}
								actions={actions}
								onOpen={onOpen}
								onReach={setCursor}
							/>
						</li>
					)
				);
			})}
		</ul>
	);
}
