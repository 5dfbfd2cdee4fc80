import './Mark.css';

/** Stube's own mark, drawn once in `public/icon/mark.svg`; beside its name, so without words. */
export function Mark({ size }: { size: 'small' | 'large' | 'huge' }) {
	return <span class={`mark mark-${size}`} aria-hidden="true" />;
}
