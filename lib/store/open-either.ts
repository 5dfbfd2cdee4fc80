import { MovedOn } from './moved-on';

/** What a row opens to, or its copy where it does not; rejects as the row did where neither does. */
export async function openEither<Opened>(
	openRow: () => Promise<Opened>,
	openCopy: () => Promise<Opened>,
): Promise<Opened> {
	try {
		return await openRow();
	} catch (error) {
		return openCopy().catch((copyError: unknown) => {
			throw copyError instanceof MovedOn ? copyError : error;
		});
	}
}
