import type { ComponentChildren } from 'preact';

/** Up to a space, a quote or anything that is not seen, such as marks that turn the direction. */
const address = /\bhttps?:\/\/[^\s<>"\p{C}]+/giu;

/**
 * A text with its web addresses as links, shown whole and opened in a tab that learns
 * nothing of where it came from. Everything else stays text.
 */
export function LinkedText({ text }: { text: string }) {
	const pieces: ComponentChildren[] = [];
	let at = 0;
	for (const match of text.matchAll(address)) {
		const link = withoutTail(match[0]);
		if (!URL.canParse(link)) continue;
		pieces.push(
			text.slice(at, match.index),
			<a key={match.index} href={link} target="_blank" rel="noreferrer noopener" dir="ltr">
				{link}
			</a>,
		);
		at = match.index + link.length;
	}
	return (
		<>
			{pieces}
			{text.slice(at)}
		</>
	);
}

/** The full stop or bracket that closes the sentence is no part of an address. */
function withoutTail(link: string): string {
	const hasBracket = link.includes('(');
	let end = link.length;
	while (end > 0) {
		const last = link[end - 1] ?? '';
		if (!/[.,;:!?'’”»…\]}]/u.test(last) && (last !== ')' || hasBracket)) break;
		end -= 1;
	}
	return link.slice(0, end);
}
