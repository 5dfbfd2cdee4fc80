declare global {
	/** Milliseconds from the navigation's start until the page had what it came for. */
	var reachedMs: number;
}

/** Tells the benchmark that this page has what it came for. */
export function reach(): void {
	globalThis.reachedMs = performance.now();
	document.documentElement.dataset.ready = '';
}
