/** Where nothing is drawn, since nobody sees it. */
const longestMs = 100;

/** Resolves once what was decided until now is on the screen. */
export function afterDrawing(): Promise<void> {
	return new Promise((resolve) => {
		requestAnimationFrame(() => setTimeout(resolve));
		setTimeout(resolve, longestMs);
	});
}
