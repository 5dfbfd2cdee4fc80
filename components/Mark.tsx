/** Stube's own mark, drawn once in `public/icon/mark.svg`; beside its name, so without words. */
export function Mark({ size }: { size: 24 | 48 | 72 }) {
	return <img class="mark" src="/icon/mark.svg" alt="" width={size} height={size} />;
}
