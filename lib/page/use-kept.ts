import type { KeptMessage } from '@/lib/model';
import type { Store } from '@/lib/store/store';
import { useLive } from './use-live';

/** All messages that are kept past their time, live; `null` until read, or while not asked for. */
export function useKept(store: Store | null, isAsked: boolean): readonly KeptMessage[] | null {
	const { value } = useLive(
		isAsked ? store : null,
		async (opened) => {
			const kept: KeptMessage[] = [];
			await opened.scan(Date.now(), (chat, message) => {
				if (message.kept) kept.push({ chatKey: chat.key, message });
				return undefined;
			});
			return kept;
		},
		[],
	);
	return isAsked ? value : null;
}
