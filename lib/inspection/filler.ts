/** What stands in for words that nobody is to see: of the same length, in UTF-16 units. */

const textSigns = /((?<=\p{Nd})[:./-](?=\p{Nd})|\s)|(\p{Nd})|./gsu;
const valueSigns = /([\s()[\]:;,./?=&#_%-])|(\p{Nd})|./gsu;

/** Spaces stay, digits become 0 and all else x; signs between digits stay, which shape a time. */
export const fillText = (text: string): string => fill(text, textSigns);

/** As text, with all the signs that shape an address, a list or a stamp. */
export const fillValue = (value: string): string => fill(value, valueSigns);

function fill(text: string, signs: RegExp): string {
	return text.replace(signs, (sign: string, kept?: string, digit?: string) =>
		kept === undefined ? (digit === undefined ? 'x' : '0').repeat(sign.length) : sign,
	);
}
