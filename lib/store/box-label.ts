import type { Bytes } from '@/lib/vault/bytes';
import { deriveDueKey } from '@/lib/vault/keys';
import { open, seal } from '@/lib/vault/seal';
import { placeOf } from './format';

/** What must be known of a record that waits, without the vault key. */
export interface BoxLabel {
	/** The row's key: this label, sealed. */
	key: Bytes;
	/** Days since 1970 on which it was put in. */
	day: number;
	/** Rises with each record: they are taken out in this order. */
	sequence: number;
	/** Bytes of the record as it lies there. */
	size: number;
}

/** All labels look alike. */
const paddedLength = 32;

const place = placeOf('box', 'label');

/** Seals a label with what the profile itself opens: what waits is told by nobody's name. */
export async function sealLabel(
	deviceKey: CryptoKey,
	{ day, sequence, size }: Omit<BoxLabel, 'key'>,
): Promise<Bytes> {
	const content = new Uint8Array(16);
	const view = new DataView(content.buffer);
	view.setUint32(0, day);
	view.setFloat64(4, sequence);
	view.setUint32(12, size);
	return seal(await deriveDueKey(deviceKey), place, content, paddedLength);
}

/** `null` for a key that is no label of this profile. */
export async function openLabel(deviceKey: CryptoKey, key: Bytes): Promise<BoxLabel | null> {
	try {
		const content = await open(await deriveDueKey(deviceKey), place, key);
		const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
		return {
			key,
			day: view.getUint32(0),
			sequence: view.getFloat64(4),
			size: view.getUint32(12),
		};
	} catch {
		// Damaged: the record costs itself.
		return null;
	}
}
