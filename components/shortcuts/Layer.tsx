import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { useEscape } from '../use-escape';
import './Layer.css';

interface LayerProps {
	layer: RefObject<HTMLDialogElement | null>;
	label: string;
	onClose: () => void;
	children: ComponentChildren;
}

/** A card above everything else, which rests until it is closed. */
export function Layer({ layer, label, onClose, children }: LayerProps) {
	useLayoutEffect(() => {
		const before = document.activeElement;
		const shown = layer.current;
		shown?.showModal();
		return () => {
			// What lies beneath takes no focus until it is closed; taken away, it gives none back.
			shown?.close();
			const now = document.activeElement;
			const isLost = now === document.body || shown?.contains(now);
			if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
		};
	}, [layer]);
	useEscape(true, onClose);

	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, above
		<dialog
			class="layer"
			ref={layer}
			aria-label={label}
			onCancel={(event) => {
				event.preventDefault();
				onClose();
			}}
			onClick={(event) => {
				// The dialog itself is only what surrounds its card.
				if (event.target === event.currentTarget) onClose();
			}}
		>
			<div class="layer-card">{children}</div>
		</dialog>
	);
}
