/**
 * Message ids and the time inside them. Both forms embed `(ms << 22) | random`: the end
 * of `<jid>@msgr.<n>` is that number, the last eight bytes of `mid.$X…` are it
 * (2017 to 2026-09, seven webhook times and two exact pairs within 2.2 s).
 */
const encryptedForm = /^\d+@(?:msgr|g\.us|[a-z.]+)\.(\d{15,20})$/u;
const classicForm = /^mid\.\$([A-Za-z])([A-Za-z0-9_-]{20,})$/u;
/** React's own ids (`:r7:`, `«r3»`, `_r_24_`) change with every load. */
const reactForm = /^(?::r[\da-z]*:|«r[\da-z]*»|_r_[\da-z]*_?)$/u;

const earliestAt = Date.UTC(2010, 0, 1);
const clockSlackMs = 10 * 60_000;

export type IdForm = 'encrypted' | 'classic' | 'opaque';

/** `null` for what is no lasting id. */
export function formOf(id: string): IdForm | null {
	if (encryptedForm.test(id)) return 'encrypted';
	if (classicForm.test(id)) return 'classic';
	return id.length >= 8 && id.length <= 400 && !reactForm.test(id) ? 'opaque' : null;
}

/**
 * When the sender's device made the id, epoch ms; `null` where the form is unknown or
 * the time is not between 2010 and ten minutes from now.
 */
export function timeOfId(id: string, now: number): number | null {
	const number = embeddedNumber(id);
	if (number === null) return null;
	const at = Number(number >> 22n);
	return at >= earliestAt && at <= now + clockSlackMs ? at : null;
}

/** A group proves itself by its ids, and so does a 1:1 chat of the classic form. */
export function isGroupId(id: string): boolean | null {
	if (/^\d+@g\.us\./u.test(id)) return true;
	const letter = id.match(classicForm)?.[1];
	return letter === 'g' ? true : letter === 'c' ? false : null;
}

function embeddedNumber(id: string): bigint | null {
	const digits = id.match(encryptedForm)?.[1];
	if (digits !== undefined) return BigInt.asUintN(64, BigInt(digits));
	const encoded = id.match(classicForm)?.[2];
	// 28 characters are 21 bytes; another length is another format.
	if (encoded === undefined || encoded.length !== 28) return null;
	const bytes = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
	let number = 0n;
	for (const byte of bytes.slice(-8)) number = (number << 8n) | BigInt(byte.charCodeAt(0));
	return number;
}
