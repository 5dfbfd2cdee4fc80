import { hashText } from '../random';
import type { StageMessage } from '../stage';

/**
 * A message's id as the page shows it since 2026-04: bare, of a length that depends on
 * the sender's device. `3EB0` is the web client; `3A`, `3B` and `A5`, `AC` are phones.
 */
export function messageIdOf(message: StageMessage, isMine: boolean): string {
	const hash = hashText(message.id);
	if (isMine && hash % 3 !== 0) return `3EB0${hex(message.id, 18)}`;
	const [prefix, length] = (
		[
			['3A', 18],
			['3B', 18],
			['A5', 30],
			['AC', 30],
		] as const
	)[hash % 4] ?? ['3A', 18];
	return `${prefix}${hex(message.id, length)}`;
}

/** The phone form of a private id, as the page's contacts know it. */
export function phoneOf(lid: string): string {
	return `49157${String(hashText(lid) % 100_000_000).padStart(8, '0')}@c.us`;
}

function hex(seed: string, length: number): string {
	let text = '';
	for (let part = 0; text.length < length; part += 1) {
		text += hashText(`${seed}#${part}`).toString(16).padStart(8, '0');
	}
	return text.slice(0, length).toUpperCase();
}
