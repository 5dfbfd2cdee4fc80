/** Some windows of open chats, each with an id and a look for every message. */
const keptHashes = 2_048;

type HashOne = (identity: string) => Promise<string>;

/** With each message that arrives its chat is read anew, the others as before: each is hashed once. */
export function rememberHashes(hash: HashOne): HashOne {
	const known = new Map<string, Promise<string>>();
	return (identity) => {
		const before = known.get(identity);
		if (before) return before;
		if (known.size >= keptHashes) known.clear();
		const made = hash(identity);
		known.set(identity, made);
		return made;
	};
}
