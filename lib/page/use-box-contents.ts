import { useEffect, useState } from 'preact/hooks';
import { type BoxContents, openDropBox } from '@/lib/store/drop-box';

/** What waits while it is locked, as of when the page was opened; `null` until counted. */
export function useBoxContents(): BoxContents | null {
	const [contents, setContents] = useState<BoxContents | null>(null);
	useEffect(() => {
		openDropBox()
			.contents()
			.then(setContents, (error: unknown) => console.error(error));
	}, []);
	return contents;
}
