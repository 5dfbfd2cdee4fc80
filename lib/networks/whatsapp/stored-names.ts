import { isGroupJid } from './identity';
import { field } from './page-chats';

/** What the page's database says of a chat beside its own record. */
export interface StoredNames {
	contact?: unknown;
	group?: unknown;
	/** Contact under the phone number that the first one names. */
	phoneContact?: unknown;
}

/** Names change rarely: of many, some are read anew in each pass, the oldest first. */
const renewedAtOnce = 20;
/** Asking is the page's own time (0.05 ms a record, 2026-11), so not for all in one task. */
const askedAtOnce = 20;
const kept = ['phoneNumber', 'name', 'shortName', 'pushname', 'verifiedName', 'subject'] as const;

/**
 * The names of all these chats: from `known`, which is brought up to date, and from the
 * database within its open transaction.
 */
export async function readNames(
	chatIds: readonly string[],
	known: Map<string, StoredNames>,
	find: (store: 'contact' | 'group-metadata', id: unknown) => Promise<unknown>,
): Promise<void> {
	const present = new Set(chatIds);
	for (const id of known.keys()) if (!present.has(id)) known.delete(id);
	const wanted = [
		...chatIds.filter((id) => !known.has(id)),
		...[...known.keys()].slice(0, renewedAtOnce),
	];
	for (let first = 0; first < wanted.length; first += askedAtOnce) {
		await Promise.all(
			wanted.slice(first, first + askedAtOnce).map(async (id) => {
				const names = await readOne(id, find);
				known.delete(id);
				known.set(id, names);
			}),
		);
	}
}

async function readOne(
	id: string,
	find: (store: 'contact' | 'group-metadata', id: unknown) => Promise<unknown>,
): Promise<StoredNames> {
	if (isGroupJid(id)) return { group: excerpt(await find('group-metadata', id)) };
	const contact = await find('contact', id);
	// A chat under a private id (`@lid`) has its saved name under the phone number.
	const phone = field(contact, 'phoneNumber');
	const phoneContact = phone === undefined ? undefined : await find('contact', phone);
	return { contact: excerpt(contact), phoneContact: excerpt(phoneContact) };
}

/** Only what is used: a record may hold much more. */
function excerpt(record: unknown): unknown {
	return record === undefined
		? undefined
		: Object.fromEntries(kept.map((key) => [key, field(record, key)]));
}
