import { StoreProblem } from '@/components/StoreProblem';
import { TimerDeskContext } from '@/components/timer-desk';
import { Welcome } from '@/components/Welcome';
import { requestHost } from '@/lib/page/network-actions';
import { useCommands } from '@/lib/page/use-commands';
import { useInbox } from '@/lib/page/use-inbox';
import { useNetworks } from '@/lib/page/use-networks';
import { usePreferences } from '@/lib/page/use-preferences';
import { useStore } from '@/lib/page/use-store';
import { useTimerDesk } from '@/lib/page/use-timer-desk';
import { useUnkept } from '@/lib/page/use-unkept';
import { useVault } from '@/lib/page/use-vault';
import { LockPage } from '../inbox/LockPage';

/** The page that opens on install. */
export function WelcomePage() {
	const opened = useStore();
	const { store, problem, isLocked } = opened;
	const { inbox } = useInbox(store, opened.first);
	const networks = useNetworks();
	const { send } = useCommands();
	const unkept = useUnkept();
	const desk = useTimerDesk(store, inbox, send);
	usePreferences();
	const vault = useVault(store, true);

	if (isLocked) return <LockPage frame="tab" opened={opened} />;
	if (problem !== null) return <StoreProblem code={problem} />;
	return (
		<TimerDeskContext.Provider value={desk}>
			<Welcome
				networks={networks}
				defaultTimer={inbox?.settings.defaultTimer ?? null}
				vault={vault}
				unkept={unkept}
				chatCount={inbox?.rows.length ?? null}
				onTurnOn={(network, host) => void requestHost(network, host)}
				onSetDefaultTimer={(timer) => send({ command: 'set-default-timer', timer })}
				onFinish={() => location.assign('/inbox.html')}
			/>
		</TimerDeskContext.Provider>
	);
}
