import { hashText } from '../random';
import type { ScenarioPerson } from '../scenario';
import { personOf, type Stage, type StageChat } from '../stage';

/** A username: the own one is the account's id, others as given or made from the name. */
export function usernameOf(stage: Stage, personId: string): string {
	if (personId === stage.me.id) return stage.account.id;
	const person = personOf(stage, personId);
	return person.handle ?? usernameFrom(person);
}

function usernameFrom(person: ScenarioPerson): string {
	const letters = person.name
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/gu, '.')
		.replace(/^\.+|\.+$/gu, '');
	return letters === '' ? `user_${hashText(person.id).toString(36)}` : letters.slice(0, 30);
}

const loadNoise = Math.random().toString(36).slice(2, 10);
let drawn = 0;

/**
 * Address of a profile picture. The file name stays; host and query of the real ones
 * differ from load to load (2026-04-23). Nothing answers here: the style draws it.
 */
export function pictureOf(person: string): string {
	drawn += 1;
	const number = hashText(`picture ${person}`);
	const file = `${number}_${(number * 7919) % 10_000_000_019}_${number % 97}_n.jpg`;
	return `/v/t51.2885-19/${file}?stp=dst-jpg_s100x100&_nc_ohc=${loadNoise}${drawn}`;
}

/** A group without a picture of its own shows two of its members (2 of 3 did, 2026-04-23). */
export function picturesOf(chat: StageChat): string[] {
	return chat.isGroup ? chat.personIds.slice(0, 2) : chat.personIds.slice(0, 1);
}
