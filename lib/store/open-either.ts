/** The first of the copies that opens; rejects as the first does where none opens. */
export async function openEither<Row, Opened>(
	copies: readonly Row[],
	open: (row: Row) => Promise<Opened>,
): Promise<Opened> {
	const [first, ...rest] = copies;
	if (first === undefined) throw new Error('there is no copy');
	try {
		return await open(first);
	} catch (error) {
		for (const row of rest) {
			const opened = await open(row).catch(() => null);
			if (opened !== null) return opened;
		}
		throw error;
	}
}
