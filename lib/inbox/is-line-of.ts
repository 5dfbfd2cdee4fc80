/** Whether a chat's last line, as its list shows it, says a message: one line of it, and some lists cut it off. */
export function isLineOf(line: string, text: string | null): boolean {
	const plain = (words: string): string => words.replace(/\s+/gu, ' ').trim();
	const shown = plain(line).replace(/(?:…|\.{3})$/u, '');
	return shown !== '' && text !== null && plain(text).startsWith(shown);
}
