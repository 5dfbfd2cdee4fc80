import { MovedOn } from './moved-on';
import { StoreError } from './store';

/** What a row opens to, or its copy where it does not; rejects as the row did where neither does. */
export async function openEither<Opened>(
	openRow: () => Promise<Opened>,
	openCopy: () => Promise<Opened>,
): Promise<Opened> {
	try {
		return await openRow();
	} catch (error) {
		// What is locked or of another version is not damaged.
		if (error instanceof StoreError) throw error;
		return openCopy().catch((copyError: unknown) => {
			throw copyError instanceof MovedOn ? copyError : error;
		});
	}
}
