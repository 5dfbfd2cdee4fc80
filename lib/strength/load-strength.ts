import { type Strength, strengthOf } from './strength';

export type { Strength };

/**
 * Loads what knows common words and names: English, and the reader's own language. A
 * megabyte that nobody needs before they choose a passphrase.
 */
export async function loadStrength(language: string): Promise<(passphrase: string) => Strength> {
	const [{ ZxcvbnFactory }, common, english, own] = await Promise.all([
		import('@zxcvbn-ts/core'),
		import('@zxcvbn-ts/language-common'),
		import('@zxcvbn-ts/language-en'),
		language.startsWith('de') ? import('@zxcvbn-ts/language-de') : null,
	]);
	const estimator = new ZxcvbnFactory({
		dictionary: {
			...common.dictionary,
			...prefixed('en', english),
			...(own && prefixed('de', own)),
		},
		graphs: common.adjacencyGraphs,
	});
	return (passphrase) => strengthOf(estimator.check(passphrase.slice(0, longest)));
}

/** Beyond this the time grows, and the strength does not matter any more. */
const longest = 128;

/** Languages have lists of the same names. */
function prefixed(
	language: string,
	{ dictionary }: { dictionary: Readonly<Record<string, (string | number)[]>> },
): Record<string, (string | number)[]> {
	return Object.fromEntries(
		Object.entries(dictionary).map(([name, words]) => [`${name}-${language}`, words]),
	);
}
