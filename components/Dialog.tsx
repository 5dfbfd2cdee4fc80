import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Layer } from './shortcuts/Layer';
import './Dialog.css';

interface DialogProps {
	title: string;
	/** Its title names somebody. */
	isPrivate?: boolean;
	onClose: () => void;
	children: ComponentChildren;
}

/** Asks one thing over everything else; Escape and a click beside it leave things as they were. */
export function Dialog({ title, isPrivate = false, onClose, children }: DialogProps) {
	const layer = useRef<HTMLDialogElement>(null);
	const box = useRef<HTMLDivElement>(null);

	useEffect(() => {
		const first = '[data-first], [aria-checked=true], button, input';
		box.current?.querySelector<HTMLElement>(first)?.focus();
	}, []);

	return (
		<Layer layer={layer} label={title} onClose={onClose}>
			<div class="dialog" ref={box}>
				<h2 class="dialog-title" data-private={isPrivate}>
					{title}
				</h2>
				{children}
			</div>
		</Layer>
	);
}
