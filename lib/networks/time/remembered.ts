type FromText<Made> = (text: string, languages: readonly string[]) => Made;

/** Rows and messages repeat few texts, and each pass over a page asks for all of them again. */
const mostTexts = 5_000;

/** The same function with what it made before; what it makes is shared and not to be changed. */
export function remembered<Made>(
	make: FromText<Made>,
): (text: string, languages?: readonly string[]) => Made {
	const known = new Map<string, { made: Made }>();
	return (text, languages = []) => {
		const name = `${languages.join()} ${text}`;
		const before = known.get(name);
		if (before) return before.made;
		if (known.size >= mostTexts) known.clear();
		const made = make(text, languages);
		known.set(name, { made });
		return made;
	};
}
