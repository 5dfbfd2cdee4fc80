/** How long a browser may take to begin with a file that is saved. */
const kept = 60_000;

/** Saves a text as a file of that name, as the browser saves any other. */
export function saveText(name: string, text: string, type: string): void {
	const link = document.createElement('a');
	const address = URL.createObjectURL(new Blob([text], { type }));
	link.href = address;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(address), kept);
}
