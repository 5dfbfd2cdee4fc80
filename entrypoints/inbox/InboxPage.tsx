import { useMemo } from 'preact/hooks';
import { App } from '@/components/App';
import { startPlace } from '@/components/place';
import { Shortcuts } from '@/components/shortcuts/Shortcuts';
import { TimerDeskContext } from '@/components/timer-desk';
import { withStoredAsOf } from '@/lib/page/as-of';
import { lockNow } from '@/lib/page/lock-now';
import { giveBackHost, openNetwork, requestHost } from '@/lib/page/network-actions';
import { openFullTab } from '@/lib/page/open-full-tab';
import { panelOpener } from '@/lib/page/open-panel';
import { useCatchUps } from '@/lib/page/use-catch-ups';
import { useChat } from '@/lib/page/use-chat';
import { useCommands } from '@/lib/page/use-commands';
import { useDiagnostics } from '@/lib/page/use-diagnostics';
import { useDiskFull } from '@/lib/page/use-disk-full';
import { useDiskRoom } from '@/lib/page/use-disk-room';
import { useErase } from '@/lib/page/use-erase';
import { useHoldings } from '@/lib/page/use-holdings';
import { useInbox } from '@/lib/page/use-inbox';
import { useKept } from '@/lib/page/use-kept';
import { useKeptPlace } from '@/lib/page/use-kept-place';
import { useLockable } from '@/lib/page/use-lockable';
import { useLoss } from '@/lib/page/use-loss';
import { useNetworks, useOpenQuestions } from '@/lib/page/use-networks';
import { useNoteRead } from '@/lib/page/use-note-read';
import { useNotifications } from '@/lib/page/use-notifications';
import { usePreferences } from '@/lib/page/use-preferences';
import { useSearch } from '@/lib/page/use-search';
import { useSignedOut } from '@/lib/page/use-signed-out';
import type { OpenedStore } from '@/lib/page/use-store';
import { useTimerDesk } from '@/lib/page/use-timer-desk';
import { useUses } from '@/lib/page/use-uses';
import { useVault } from '@/lib/page/use-vault';
import { useWide } from '@/lib/page/use-wide';
import type { FrameName } from '@/lib/unsealed/kept-places';
import { forgetLoss } from '@/lib/unsealed/lost-while-locked';
import { changePreferences } from '@/lib/unsealed/preferences';

/** The inbox in one of its frames; popup and panel lead on to the full tab, which has more room. */
export function InboxPage({ frame, opened }: { frame: FrameName; opened: OpenedStore }) {
	const { store, first } = opened;
	const { place, isKnown, go, keep } = useKeptPlace(frame, startPlace, first !== null);

	const { inbox: loaded, problem, now } = useInbox(store, first);
	const { preferences, isKnown: areTheyKnown } = usePreferences();
	// Nothing is drawn before it is known where, and whether others may read it.
	const inbox = isKnown && areTheyKnown ? loaded : null;
	const row = inbox?.rows.find((each) => each.chat.key === place.chatKey) ?? null;
	const chat = useChat(row === null ? null : store, place, row, now);
	const search = useSearch(store, inbox, place.query, now, place.scope);
	const { failure, send, follow } = useCommands();
	useNoteRead(row, chat?.messages ?? [], send);
	const kept = useKept(store, place.view === 'next');
	const { shown, copyDiagnostics, saveStructure } = useDiagnostics();

	const entries = useNetworks();
	const networks = useMemo(
		() =>
			entries.map((entry) => ({
				...entry,
				status: withStoredAsOf(entry.status, inbox?.rows ?? []),
			})),
		[entries, inbox],
	);

	const notices = useNotifications(preferences);
	const isFull = useDiskFull();
	const scarceRoom = useDiskRoom();
	const isInSettings = place.view === 'settings';
	const holdings = useHoldings(store, isInSettings);

	const isLockable = useLockable(store);
	useUses(isLockable);
	const onLock = isLockable ? () => void lockNow('asked') : undefined;

	const erase = useErase(follow, () => {
		go({ ...startPlace, view: 'settings', section: 'stored' });
		opened.reopen();
	});

	const popOut = () => {
		void openFullTab(place).then(() => {
			if (frame === 'popup') window.close();
		});
	};
	const vault = useVault(store, isInSettings, frame === 'popup' ? popOut : undefined);

	return (
		<TimerDeskContext.Provider value={useTimerDesk(store, inbox, send)}>
			<Shortcuts hasSingleKeys={preferences.hasSingleKeys}>
				<App
					isWide={useWide() && frame !== 'popup'}
					problem={opened.problem ?? problem ?? chat?.problem ?? search?.problem ?? null}
					failure={failure ?? (isFull ? 'quota' : null)}
					place={place}
					onGo={go}
					inbox={inbox}
					now={now}
					chat={chat}
					search={search}
					networks={networks}
					catchUps={useCatchUps()}
					turnedOff={useOpenQuestions()}
					signedOut={useSignedOut()}
					scarceRoom={isFull ? null : scarceRoom}
					holdings={holdings}
					onErase={erase}
					isOnlyDeletable={store?.cellKind === 'deletable'}
					onTurnOn={(network, host) => void requestHost(network, host)}
					onTurnOff={(network, host) => follow(giveBackHost(network, host))}
					onSettle={(network, keep) => send({ command: 'settle-turned-off', network, keep })}
					onOpenNetwork={(network, nativeId) => void openNetwork(network, nativeId)}
					onCatchUp={(network, show) => send({ command: 'catch-up', network, show })}
					onEndCatchUp={(network) => send({ command: 'end-catch-up', network })}
					diagnostics={shown}
					onCopyDiagnostics={copyDiagnostics}
					onSaveStructure={frame === 'popup' ? undefined : (network) => void saveStructure(network)}
					onOlder={() => chat?.loadOlder()}
					onNewer={() => chat?.loadNewer()}
					onEnd={() => chat?.goToEnd()}
					onKeep={keep}
					onSetTimer={(chatKey, timer, clock) =>
						send({ command: 'set-chat-timer', chatKey, timer, clock })
					}
					kept={kept}
					onKeepMessage={(chatKey, messageKey, isKept) =>
						send({ command: 'keep-message', chatKey, messageKey, isKept })
					}
					onDeleteMessage={(chatKey, messageKey) =>
						send({ command: 'delete-message', chatKey, messageKey })
					}
					onSetDefaultTimer={(timer) => send({ command: 'set-default-timer', timer })}
					onFlag={(patches) => send({ command: 'flag-chats', patches })}
					onDelete={(chatKeys) => send({ command: 'delete-chats', chatKeys })}
					onPopOut={frame === 'tab' ? undefined : popOut}
					onPanel={frame === 'panel' ? undefined : panelOpener()}
					notifications={{
						...notices,
						notifiesWithText: preferences.notifiesWithText,
						hidesBadgeWhenLocked: preferences.hidesBadgeWhenLocked,
						onNotifyWithText: (notifiesWithText) => void changePreferences({ notifiesWithText }),
						onHideBadge: (hidesBadgeWhenLocked) => void changePreferences({ hidesBadgeWhenLocked }),
					}}
					vault={vault && { ...vault, onLock }}
					onLock={onLock}
					onLossRead={useLoss() ? () => void forgetLoss() : undefined}
					preferences={preferences}
					onPrefer={(change) => void changePreferences(change)}
				/>
			</Shortcuts>
		</TimerDeskContext.Provider>
	);
}
