import { useStore } from '@/lib/page/use-store';
import type { FrameName } from '@/lib/unsealed/kept-places';
import { InboxPage } from './InboxPage';
import { LockPage } from './LockPage';

/** The inbox behind its lock: while that is shut nothing of the inbox is drawn or held. */
export function GuardedInbox({ frame }: { frame: FrameName }) {
	const opened = useStore();
	if (opened.isLocked) return <LockPage frame={frame} onWiped={opened.reopen} />;
	return <InboxPage frame={frame} opened={opened} />;
}
