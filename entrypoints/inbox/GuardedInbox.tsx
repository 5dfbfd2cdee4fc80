import { LostDaysContext } from '@/components/lock/lost-days';
import { useLostDays } from '@/lib/page/use-loss';
import { useStore } from '@/lib/page/use-store';
import type { FrameName } from '@/lib/unsealed/kept-places';
import { InboxPage } from './InboxPage';
import { LockPage } from './LockPage';

/** The inbox behind its lock: while that is shut nothing of the inbox is drawn or held. */
export function GuardedInbox({ frame }: { frame: FrameName }) {
	const opened = useStore();
	const lostDays = useLostDays();
	if (opened.isLocked) return <LockPage frame={frame} opened={opened} />;
	return (
		<LostDaysContext.Provider value={lostDays}>
			<InboxPage frame={frame} opened={opened} />
		</LostDaysContext.Provider>
	);
}
