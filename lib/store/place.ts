import type { CellFile } from '@/lib/cells/cell-file';
import { openCells } from '@/lib/cells/open-cells';
import { type Hasher, threadHasher } from '@/lib/vault/hasher';
import { browserSession, type SessionSecret } from '@/lib/vault/session-secret';
import { type Access, openAccess } from './access';

/** Where a store is and what it is opened with; all but tests leave everything as it is. */
export interface StorePlace {
	databaseName?: string;
	cells?: CellFile;
	session?: SessionSecret;
	hasher?: Hasher;
}

/** Given instead of a place, it is the one access that all who are given it share. */
export interface Surroundings extends Required<StorePlace> {
	/** Nothing is read before somebody reads through it. */
	access: Access;
}

export function surroundingsOf(place: StorePlace): Surroundings {
	if (isSurroundings(place)) return place;
	const {
		databaseName = 'stube',
		cells = openCells(databaseName),
		session = browserSession,
		hasher = threadHasher,
	} = place;
	const access = openAccess(databaseName, cells, session);
	return { databaseName, cells, session, hasher, access };
}

export function isSurroundings(place: StorePlace): place is Surroundings {
	return 'access' in place;
}
