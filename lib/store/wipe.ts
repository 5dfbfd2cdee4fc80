import { translated } from './failure';
import { type StorePlace, surroundingsOf } from './place';
import { removeAll } from './remove-all';

/**
 * What remains where no method is known any more: everything is effaced, unread. Whoever
 * opens the store next founds a new one.
 */
export async function wipe(place: StorePlace = {}): Promise<void> {
	const { access, session } = surroundingsOf(place);
	await translated(() => removeAll(access));
	await session.forget();
}
