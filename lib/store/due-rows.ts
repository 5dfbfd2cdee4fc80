import { type Bytes, concatBytes } from '@/lib/vault/bytes';
import type { DeviceKey } from '@/lib/vault/device';
import { deriveDueKey } from '@/lib/vault/keys';
import { open, seal } from '@/lib/vault/seal';
import { minuteMs } from './bucket';
import { type CellRef, readRef, refBytes } from './cell-ref';
import type { BucketEntry } from './dir';
import { placeOf } from './format';
import { rowKeyBytes } from './row-key';

/** Small enough that all such rows look alike. */
const paddedLength = 64;

/** What must be effaced at a bucket's end, to be read without the vault key. */
export async function sealDueRow(
	deviceKey: DeviceKey,
	bucket: number,
	{ cell, prefix }: Pick<BucketEntry, 'cell' | 'prefix'>,
): Promise<Bytes> {
	const content = concatBytes(refBytes(cell), rowKeyBytes(prefix));
	return seal(await deriveDueKey(deviceKey), duePlace(bucket), content, paddedLength);
}

/** Rejects if the value is not what was sealed for this bucket. */
export async function openDueRow(
	deviceKey: DeviceKey,
	bucket: number,
	value: Bytes,
): Promise<CellRef> {
	return readRef(await open(await deriveDueKey(deviceKey), duePlace(bucket), value));
}

/** The last bucket of which all is past its time. */
export function lastEnded(now: number): number {
	return Math.floor(now / minuteMs);
}

function duePlace(bucket: number) {
	return placeOf('due', String(bucket));
}
