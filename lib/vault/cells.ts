import { type Bytes, encodeText } from './bytes';

/** `eternal` holds what has no expiry; a bucket is named by its end in minutes since 1970. */
export type Bucket = number | 'eternal';

/**
 * Names of the cells: one per chat, per bucket, for dir, for view, and per envelope, so
 * that each can be effaced without the others.
 */
export type CellName = 'dir' | 'view' | 'envelope:device' | `chat:${string}` | `bucket:${Bucket}`;

/**
 * Secrets that enter the keys as salt. A key dies with its cell: whoever effaces the cell
 * makes all that was sealed under it unreadable, whatever copies the disk still holds.
 */
export interface Cells {
	/** 32 bytes. */
	read(name: CellName): Promise<Bytes>;
}

/**
 * Format 1 has no effaceable cells yet: every cell reads as this one public salt. Keys of
 * different chats and buckets differ by their HKDF info all the same.
 */
export const fixedCells: Cells = {
	read: async () => encodeText('stube: a fixed cell of 32 bytes.'),
};
