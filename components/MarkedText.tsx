import type { FoundRange } from '@/lib/inbox/search';
import './MarkedText.css';

interface MarkedTextProps {
	text: string;
	/** In order, without overlaps. */
	ranges: readonly FoundRange[];
}

/** A text with the found words marked. */
export function MarkedText({ text, ranges }: MarkedTextProps) {
	if (ranges.length === 0) return <>{text}</>;
	const pieces = [];
	let at = 0;
	for (const [start, end] of ranges) {
		pieces.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
		at = end;
	}
	return (
		<>
			{pieces}
			{text.slice(at)}
		</>
	);
}
