import { type Surroundings, surroundingsOf } from '@/lib/store/place';

let own: Surroundings | null = null;

/** The store as all parts of this page share it: one connection, one state in memory. */
export function ownPlace(): Surroundings {
	own ??= surroundingsOf({});
	return own;
}

/** Lets go of it with all that it holds; what still reads through it ends unseen. */
export function leaveOwnPlace(): void {
	own?.access.forget();
	own = null;
}
