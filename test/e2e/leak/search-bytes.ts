/** Words ready to be looked for, by the first two bytes of each way of writing them. */
export type Needles = ReadonlyMap<number, readonly { word: string; coded: Buffer }[]>;

/** As UTF-8, and as UTF-16 of either order: how browsers write text down. */
export function prepareNeedles(words: readonly string[]): Needles {
	return byFirstBytes(
		words.flatMap((word) => {
			const wide = Buffer.from(word, 'utf16le');
			const codings = [Buffer.from(word, 'utf8'), wide, Buffer.from(wide).swap16()];
			return codings.map((coded) => ({ word, coded }));
		}),
	);
}

/** Bytes as they are, named by their hex. */
export function prepareBytes(hexes: readonly string[]): Needles {
	return byFirstBytes(hexes.map((word) => ({ word, coded: Buffer.from(word, 'hex') })));
}

function byFirstBytes(all: readonly { word: string; coded: Buffer }[]): Needles {
	const needles = new Map<number, { word: string; coded: Buffer }[]>();
	for (const needle of all) {
		const start = needle.coded.readUInt16BE(0);
		needles.set(start, [...(needles.get(start) ?? []), needle]);
	}
	return needles;
}

/** The words that stand somewhere in these bytes, in one pass however many there are. */
export function wordsIn(bytes: Buffer, needles: Needles): Set<string> {
	const found = new Set<string>();
	const isStart = new Uint8Array(65_536);
	for (const start of needles.keys()) isStart[start] = 1;
	let pair = bytes[0] ?? 0;
	for (let at = 1; at < bytes.length; at += 1) {
		pair = ((pair << 8) | (bytes[at] ?? 0)) & 0xffff;
		if (isStart[pair] === 0) continue;
		for (const { word, coded } of needles.get(pair) ?? []) {
			const isHere = bytes.subarray(at - 1, at - 1 + coded.length).equals(coded);
			if (isHere) found.add(word);
		}
	}
	return found;
}
