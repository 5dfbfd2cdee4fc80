import type { Message } from '@/lib/model';

/** A message as a peer is given it. */
export interface PeerMessage extends Message {
	chatKey: string;
}

/** Another way to keep the same messages in IndexedDB. */
export interface Peer {
	/** Empties what is there and opens it. */
	create(): Promise<void>;
	put(messages: readonly PeerMessage[]): Promise<void>;
	/** Every text, from a database that was closed before. */
	readTexts(): Promise<string[]>;
	close(): Promise<void>;
}

/** As many rows as each peer writes at once. */
export const batchSize = 2_000;

/** When a message was sent, for the index that shows a chat in order. */
export function timeOf({ sentAt }: PeerMessage): number {
	return sentAt.from ?? 0;
}
