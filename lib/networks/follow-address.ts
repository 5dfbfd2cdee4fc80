const lookMs = 1_000;

/** Calls back whenever the page has another address, until the signal is aborted. */
export function followAddress(onChange: () => void, signal: AbortSignal): void {
	let last = location.href;
	const look = (): void => {
		if (location.href === last) return;
		last = location.href;
		onChange();
	};
	// Firefox has it since 147.
	if ('navigation' in globalThis) {
		navigation.addEventListener('currententrychange', look, { signal });
		return;
	}
	const timer = setInterval(look, lookMs);
	signal.addEventListener('abort', () => clearInterval(timer));
}
