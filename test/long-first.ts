import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take a minute or more, the longest first (2026-12). */
const long = [
	'test/e2e/capture.test.ts',
	'test/store/model.test.ts',
	'test/e2e/lock.test.ts',
	'test/e2e/screens.test.ts',
	'test/e2e/leak/leak.test.ts',
	'test/e2e/expiry.test.ts',
	'test/e2e/vault.test.ts',
	'test/e2e/gaps.test.ts',
	'test/e2e/catch-up.test.ts',
	'test/e2e/leak/locked.test.ts',
	'test/e2e/leak/effaced.test.ts',
	'test/store/deaths.test.ts',
	'test/e2e/store-behaviour.test.ts',
	'test/e2e/inspect.test.ts',
	'test/e2e/list.test.ts',
	'test/e2e/diagnostics.test.ts',
	'test/e2e/bench.test.ts',
	'test/e2e/permissions.test.ts',
];

/** Begins with what takes longest, and with browsers, so that no core waits for them at the end. */
export class LongFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const rank = ({ moduleId, project }: TestSpecification): number => {
			const at = long.findIndex((file) => moduleId.endsWith(file));
			if (at >= 0) return at;
			return project.name === 'e2e' ? long.length : long.length + 1;
		};
		return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
	}
}
