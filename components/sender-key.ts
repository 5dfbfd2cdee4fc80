/**
 * One name for both forms of a sender's: WhatsApp puts `~` before that of somebody who is not
 * saved, and leaves it out in the stamps of their texts (2026-08).
 */
export function senderKey(sender: string | null): string | null {
	return sender?.replace(/^~\s*/u, '') ?? null;
}
