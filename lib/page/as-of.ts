import type { ChatRow, NetworkStatus } from '@/lib/model';

/**
 * What is known of a network that was not read since the browser started: as of when its
 * chats were last seen, by what is stored of them. They note that once an hour at most.
 */
export function withStoredAsOf(status: NetworkStatus, rows: readonly ChatRow[]): NetworkStatus {
	if (status.since !== null || status.state === 'loading' || status.state === 'off') return status;
	const times = rows
		.filter(({ chat }) => chat.network === status.network)
		.map(({ chat }) => chat.seenAt);
	return times.length === 0 ? status : { ...status, since: Math.max(...times) };
}
