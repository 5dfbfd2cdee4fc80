import { useEffect, useState } from 'preact/hooks';

/** As many as a popup shows. */
const atFirst = 9;
const growth = 24;

/**
 * How many of `count` are drawn: those that are seen at once, the others in the frames after
 * it. Begins anew with another `subject`.
 */
export function useGrowing(subject: unknown, count: number): number {
	const [drawn, setDrawn] = useState({ subject, count: atFirst });
	const current = drawn.subject === subject ? drawn.count : atFirst;

	// Effects come after the frame that has what was drawn before.
	useEffect(() => {
		if (current < count) setDrawn({ subject, count: current + growth });
	}, [subject, current, count]);

	return Math.min(current, count);
}
