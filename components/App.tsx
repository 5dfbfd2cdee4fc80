import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ChatRow, KeptMessage, Spot } from '@/lib/model';
import { Arrivals } from './Arrivals';
import { ChatPane, type ChatPaneProps, type ChatState } from './ChatPane';
import type { ChatActionProps } from './chat-actions/use-chat-actions';
import { useReadHere } from './chat-actions/use-read-here';
import { useRowActions } from './chat-actions/use-row-actions';
import { EmptyState } from './EmptyState';
import { WhatNext } from './expiry/WhatNext';
import { type CommandFailure, FailureNote } from './FailureNote';
import { ListPane, type ListPaneProps } from './ListPane';
import { LockShortcut } from './lock/LockShortcut';
import { type MessageActionProps, useMessageActions } from './message-actions/use-message-actions';
import type { Place } from './place';
import { Settings, type SettingsProps } from './Settings';
import { StoreProblem, type StoreProblemCode } from './StoreProblem';
import { useShortcuts } from './shortcuts/use-shortcuts';
import { useEscape } from './use-escape';
import './App.css';
import './Discreet.css';

type FromList = Omit<
	ListPaneProps,
	| 'filter'
	| 'query'
	| 'scope'
	| 'onScope'
	| 'onClear'
	| 'openChatKey'
	| 'isHidden'
	| 'top'
	| 'onTop'
	| 'actions'
	| 'onFilter'
	| 'onQuery'
	| 'onOpen'
	| 'onAct'
	| 'onMenu'
	| 'onSelect'
	| 'onNext'
	| 'onSettings'
	| 'unused'
	| 'onUnused'
>;
type FromChat = Pick<ChatPaneProps, 'onOlder' | 'onNewer' | 'onEnd' | 'onSetTimer'>;
type FromSettings = Pick<
	SettingsProps,
	| 'holdings'
	| 'isOnlyDeletable'
	| 'onErase'
	| 'onSetDefaultTimer'
	| 'onTurnOff'
	| 'diagnostics'
	| 'onCopyDiagnostics'
	| 'onSaveStructure'
	| 'notifications'
	| 'preferences'
	| 'onPrefer'
	| 'vault'
>;

export interface AppProps
	extends FromList,
		FromChat,
		FromSettings,
		ChatActionProps,
		MessageActionProps {
	/** Room enough for list and chat side by side. */
	isWide: boolean;
	problem: StoreProblemCode | null;
	/** Why the last command was not done, until the next one is. */
	failure: CommandFailure | null;
	place: Place;
	onGo: (change: Partial<Place>) => void;
	/** Remembers where something is scrolled to, without drawing anything anew. */
	onKeep: (change: Partial<Place>) => void;
	/** What is loaded of the open chat, `null` while none is open. */
	chat: ChatState | null;
	/** Messages that are kept past their time, `null` while they are not asked for. */
	kept: readonly KeptMessage[] | null;
	/** Opens the panel beside the page; absent in it, and where it cannot be opened from here. */
	onPanel?: () => void;
}

const noRows: readonly ChatRow[] = [];

/** The whole interface, in every frame. */
export function App(props: AppProps) {
	const { place, onGo, isWide, inbox, problem } = props;
	const root = useRef<HTMLDivElement>(null);
	const openedFrom = useRef<Element | null>(null);
	const row = inbox?.rows.find((each) => each.chat.key === place.chatKey) ?? null;
	const isChatOpen = row !== null && props.chat !== null;
	const hasLeftChat = useRef(false);
	const wantsField = useRef(false);

	// Coming back from a chat leads to the row it was opened from.
	useEffect(() => {
		if (!isChatOpen && hasLeftChat.current) {
			const row = openedFrom.current;
			const target = row?.isConnected ? row : root.current?.querySelector('h1');
			if (target instanceof HTMLElement) target.focus();
		}
		hasLeftChat.current = isChatOpen;
	}, [isChatOpen]);

	const open = useCallback(
		(chatKey: string, found: Spot | null = null) => {
			openedFrom.current = document.activeElement;
			onGo({ chatKey, found, left: null });
		},
		[onGo],
	);
	const close = () => onGo({ chatKey: null, found: null, left: null });
	const { actions, select, act, openMenu, overlays } = useRowActions({
		...props,
		rows: inbox?.rows ?? noRows,
		defaultTimer: inbox?.settings.defaultTimer ?? null,
		openChatKey: isChatOpen ? place.chatKey : null,
		notices: props.notifications,
		onClose: close,
		onFind: (chatKey) => find({ query: '', scope: { chatKey } }),
	});
	/** To the search field, which a chat that fills the frame hides. */
	const find = (change: Partial<Place>) => {
		const isHidden = isChatOpen && !isWide;
		onGo({
			...change,
			view: 'inbox',
			...(isHidden ? { chatKey: null, found: null, left: null } : {}),
		});
		wantsField.current = true;
	};
	// After what leads back from a chat, which would take the focus to its row.
	useEffect(() => {
		const field = root.current?.querySelector<HTMLInputElement>('input[type=search]');
		if (wantsField.current) field?.focus();
		wantsField.current = false;
	});
	const { keep, openMessageMenu, messageOverlays } = useMessageActions(props);
	useReadHere(isChatOpen ? row : null, props.now, props.onFlag);
	const toNext = () => onGo({ view: 'next' });
	const backToInbox = () => onGo({ view: 'inbox' });

	const { preferences, onPrefer, onPopOut, onPanel } = props;
	useShortcuts([
		{
			id: 'search',
			keys: ['/'],
			label: i18n.t('search.label'),
			group: 'everywhere',
			run: () => find({}),
		},
		{
			id: 'discreet',
			keys: ['d'],
			label: i18n.t(preferences.isDiscreet ? 'shortcut.discreetOff' : 'shortcut.discreetOn'),
			group: 'everywhere',
			run: () => onPrefer({ isDiscreet: !preferences.isDiscreet }),
		},
		{
			id: 'settings',
			keys: [],
			label: i18n.t('shortcut.settings'),
			group: 'everywhere',
			run: () => onGo({ view: 'settings', section: null }),
		},
		{
			id: 'next',
			keys: ['g'],
			label: i18n.t('shortcut.next'),
			group: 'everywhere',
			run: toNext,
		},
		{
			id: 'pop-out',
			keys: [],
			label: i18n.t('header.popOut'),
			group: 'everywhere',
			run: onPopOut,
		},
		{ id: 'panel', keys: [], label: i18n.t('shortcut.panel'), group: 'everywhere', run: onPanel },
	]);

	const isInSettings = place.view === 'settings';
	const isElsewhere = place.view !== 'inbox';
	useEscape(isElsewhere || isChatOpen, isElsewhere ? backToInbox : close);

	if (problem !== null) return <StoreProblem code={problem} />;

	const pane = row !== null && props.chat !== null && (
		<ChatPane
			key={row.chat.key}
			row={row}
			chat={props.chat}
			defaultTimer={inbox?.settings.defaultTimer ?? row.timer}
			now={props.now}
			foundKey={place.found?.key ?? null}
			onBack={isWide ? undefined : close}
			onOlder={props.onOlder}
			onNewer={props.onNewer}
			onEnd={() => {
				onGo({ found: null, left: null });
				props.onEnd();
			}}
			onLeave={(left) => props.onKeep({ left })}
			onSetTimer={props.onSetTimer}
			onOpenNetwork={(network) => props.onOpenNetwork(network, row.chat.nativeId)}
			onMenu={(point) => openMenu([row.chat.key], point)}
			onMessageMenu={(message, point) => openMessageMenu(row.chat.key, message, point)}
		/>
	);

	return (
		<div class={isWide ? 'app app-wide' : 'app'} ref={root}>
			{isInSettings ? (
				<Settings
					{...props}
					defaultTimer={inbox?.settings.defaultTimer ?? null}
					section={place.section}
					rows={inbox?.rows ?? noRows}
					onNext={toNext}
					onBack={backToInbox}
				/>
			) : place.view === 'next' ? (
				<WhatNext
					rows={inbox?.rows ?? null}
					now={props.now}
					onOpen={(chatKey, found = null) => onGo({ view: 'inbox', chatKey, found, left: null })}
					kept={props.kept}
					onUnkeep={({ chatKey, message }) => keep(chatKey, message.key, false)}
					onBack={backToInbox}
				/>
			) : (
				<>
					<ListPane
						{...props}
						filter={place.filter}
						query={place.query}
						openChatKey={isChatOpen ? place.chatKey : null}
						isHidden={isChatOpen && !isWide}
						top={place.listTop}
						onTop={(listTop) => props.onKeep({ listTop })}
						unused={preferences.unused}
						onUnused={(network) => onPrefer({ unused: [...preferences.unused, network] })}
						onFilter={(filter) => onGo({ filter })}
						scope={place.scope}
						onQuery={(query) => onGo({ query })}
						onScope={(scope) => onGo({ scope })}
						onClear={() => onGo({ query: '', scope: {} })}
						onOpen={open}
						actions={actions}
						onAct={act}
						onMenu={openMenu}
						onSelect={select}
						onNext={toNext}
						onSettings={(section) => onGo({ view: 'settings', section: section ?? null })}
					/>
					{pane && (isWide ? pane : <ChatAlone>{pane}</ChatAlone>)}
					{isWide && !isChatOpen && (
						<div class="app-choose">
							{/* Beside an empty list there is nothing to choose. */}
							{inbox !== null && inbox.rows.length > 0 && (
								<EmptyState
									title={i18n.t('chat.choose')}
									detail={i18n.t('chat.chooseDetail')}
									hasMark
								/>
							)}
						</div>
					)}
				</>
			)}
			<Arrivals rows={inbox?.rows ?? null} now={props.now} />
			{overlays}
			{messageOverlays}
			{props.onLock && <LockShortcut onLock={props.onLock} />}
			{props.failure !== null && <FailureNote failure={props.failure} />}
		</div>
	);
}

/** A chat that fills its frame: the page still has a main part and a heading of its own. */
function ChatAlone({ children }: { children: ComponentChildren }) {
	return (
		<main class="app-alone">
			<h1 class="visually-hidden">{i18n.t('extensionName')}</h1>
			{children}
		</main>
	);
}
