import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take a minute or more, the longest first (2026-11). */
const long = [
	'test/store/model.test.ts',
	'test/store/deaths.test.ts',
	'test/networks/whatsapp/mutations.test.ts',
];

/** Begins with what takes longest, so that no core waits for it at the end. */
export class LongFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const rank = ({ moduleId }: TestSpecification): number => {
			const at = long.findIndex((file) => moduleId.endsWith(file));
			return at < 0 ? long.length : at;
		};
		return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
	}
}
