import { vi } from 'vitest';

/** jsdom lays nothing out: here every element is longer than what is seen of it. */
export function everythingOverflows(): void {
	vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
	vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(4_000);
}
