import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeTemporaryFolder } from './clean-up.ts';

let library: string | null | undefined;

/**
 * The environment in which a browser's clock is so much later; `null` where no C compiler is
 * there to build what moves it. Linux only.
 */
export function movedClock(ms: number): Record<string, string> | null {
	library ??= build();
	return library === null
		? null
		: { LD_PRELOAD: library, STUBE_CLOCK_SHIFT: String(Math.round(ms / 1_000)) };
}

function build(): string | null {
	const built = join(makeTemporaryFolder('clock'), 'moved-clock.so');
	const source = fileURLToPath(new URL('moved-clock.c', import.meta.url));
	try {
		execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', built, source], { stdio: 'ignore' });
		return built;
	} catch {
		// No compiler: said by the test that is skipped.
		return null;
	}
}
