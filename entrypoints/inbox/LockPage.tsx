import { LockScreen } from '@/components/lock/LockScreen';
import { openLockedTab } from '@/lib/page/open-full-tab';
import { useBoxContents } from '@/lib/page/use-box-contents';
import { useLockScreen } from '@/lib/page/use-lock-screen';
import { usePreferences } from '@/lib/page/use-preferences';
import type { OpenedStore } from '@/lib/page/use-store';
import type { FrameName } from '@/lib/unsealed/kept-places';

/** A frame while it is locked. */
export function LockPage({ frame, opened }: { frame: FrameName; opened: OpenedStore }) {
	const screen = useLockScreen(opened);
	const waiting = useBoxContents();
	usePreferences();
	const { lock } = screen;
	if (lock === null) return null;

	const { methods } = lock.state;
	const has = (kind: (typeof methods)[number]['kind']) =>
		methods.some((method) => method.kind === kind);
	const passkey = has('passkey') && lock.canUsePasskeys;
	const inTab = () => {
		void openLockedTab().then(() => {
			if (frame === 'popup') window.close();
		});
	};

	return (
		<LockScreen
			reason={lock.reason}
			hasPassphrase={has('passphrase')}
			hasRecoveryCode={has('recovery')}
			passkey={!passkey ? 'none' : frame === 'popup' ? 'elsewhere' : 'here'}
			isTrying={screen.isTrying}
			failure={screen.failure}
			nextTryAt={screen.nextTryAt}
			waiting={waiting}
			onPassphrase={screen.byPassphrase}
			onRecoveryCode={screen.byRecoveryCode}
			onPasskey={frame === 'popup' ? inTab : screen.byPasskey}
			onWipe={screen.wipeAll}
		/>
	);
}
