import { isSameBytes } from '@/lib/cells/same-bytes';
import {
	type BoxKeys,
	type BoxPrivateKey,
	type BoxPublicKey,
	boxPublicKeyLength,
	createBoxKeys,
	isBoxPublicKey,
	openBoxPrivateKey,
} from '@/lib/vault/box';
import { type Bytes, concatBytes } from '@/lib/vault/bytes';
import type { SealingKey } from '@/lib/vault/keys';
import type { Access, Step } from './access';
import { copyName, kvKeys, twice } from './database';
import { placeOf } from './format';
import { asBytes, newCommit } from './kv';
import { withDatabase } from './lock-rows';
import { type StorePlace, surroundingsOf } from './place';
import type { Snapshot } from './snapshot';

export const boxKeyPlace = placeOf('kv', kvKeys.boxKey);

/** The row and its copy. */
export const boxKeyRows = [kvKeys.boxKey, copyName(kvKeys.boxKey)] as const;

/** The public half in clear, then the private one, sealed under the vault. */
export function encodeBoxKeys({ publicKey, sealedPrivateKey }: BoxKeys): Bytes {
	return concatBytes(publicKey, sealedPrivateKey);
}

export function decodeBoxKeys(row: Bytes): BoxKeys {
	return {
		publicKey: row.slice(0, boxPublicKeyLength),
		sealedPrivateKey: row.slice(boxPublicKeyLength),
	};
}

/**
 * What the drop box is sealed to; `null` where the vault is never locked, or both rows are
 * damaged. Needs no unlocking.
 */
export async function readBoxPublicKey(place: StorePlace = {}): Promise<BoxPublicKey | null> {
	const { databaseName } = surroundingsOf(place);
	const rows = await withDatabase(databaseName, (database) =>
		database.connection().kv.bulkGet([...boxKeyRows]),
	);
	for (const row of rows) {
		const publicKey = asBytes(row)?.slice(0, boxPublicKeyLength);
		if (publicKey && (await isBoxPublicKey(publicKey))) return publicKey;
	}
	return null;
}

/**
 * Opens what waits in the drop box; `null` where nothing can be. A damaged row is made whole
 * by its copy; where both are, another pair takes their place, for what comes from then on.
 */
export function openBoxKey(access: Access): Promise<BoxPrivateKey | null> {
	return access.change(async ({ snapshot }) => {
		const { vault, protection, boxKeys } = snapshot.base;
		if (protection.mode === 'device') return { step: null, result: null };
		const carrier = await vault.boxCarrierKey();
		const whole = await findWhole(carrier, boxKeys);
		const areBoth =
			boxKeys.length === 2 && boxKeys.every((row) => row && whole && isSameBytes(row, whole.row));
		if (whole && areBoth) return { step: null, result: whole.key };
		const row = whole?.row ?? encodeBoxKeys(await createBoxKeys(carrier, boxKeyPlace));
		return { step: boxKeyStep(snapshot, row), result: whole?.key ?? null };
	});
}

async function findWhole(
	carrier: SealingKey,
	rows: readonly (Bytes | null)[],
): Promise<{ row: Bytes; key: BoxPrivateKey } | null> {
	for (const row of rows) {
		const key =
			row && (await openBoxPrivateKey(carrier, boxKeyPlace, decodeBoxKeys(row)).catch(() => null));
		if (key) return { row, key };
	}
	return null;
}

function boxKeyStep(snapshot: Snapshot, row: Bytes): Step {
	const { name, row: commit } = newCommit(null);
	return {
		writes: { commit, kv: new Map(twice(kvKeys.boxKey, row)), durability: 'strict' },
		after: {
			...snapshot,
			commit: name.commit,
			base: { ...snapshot.base, name: name.base, boxKeys: [row, row] },
		},
		isTaking: false,
	};
}
