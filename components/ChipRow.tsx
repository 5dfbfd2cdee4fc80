import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './Icon';
import './ChipRow.css';

interface ChipRowProps {
	label: string;
	children: ComponentChildren;
}

/** Less than this beyond an end is no chip. */
const nothing = 4;
/** How much of the row a press moves it by. */
const share = 0.7;

/** Chips in one line. Where they do not fit, the end fades, and a wheel or a press brings the rest. */
export function ChipRow({ label, children }: ChipRowProps) {
	const row = useRef<HTMLDivElement>(null);
	const shown = useRef<Element | undefined>(undefined);
	const [more, setMore] = useState({ atStart: false, atEnd: false });

	const look = () => {
		const element = row.current;
		if (!element) return;
		// Counted down from zero where it is written from right to left.
		const before = Math.abs(element.scrollLeft);
		const after = element.scrollWidth - element.clientWidth - before;
		const atStart = before > nothing;
		const atEnd = after > nothing;
		setMore((last) =>
			last.atStart === atStart && last.atEnd === atEnd ? last : { atStart, atEnd },
		);
	};
	const move = (by: number) => {
		const way = getComputedStyle(row.current ?? document.body).direction === 'rtl' ? -1 : 1;
		row.current?.scrollBy({ left: by * way, behavior: 'smooth' });
	};
	const press = (way: 1 | -1) => move(way * share * (row.current?.clientWidth ?? 0));

	useEffect(() => {
		look();
		// What is chosen is brought into view once it is there, and not again.
		const chosen = [...(row.current?.querySelectorAll('[aria-pressed=true]') ?? [])].at(-1);
		if (chosen === shown.current) return;
		shown.current = chosen;
		chosen?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
	});
	useEffect(() => {
		const sizes = new ResizeObserver(look);
		if (row.current) sizes.observe(row.current);
		return () => sizes.disconnect();
	}, []);

	return (
		<fieldset
			class="chip-row"
			aria-label={label}
			data-more-start={more.atStart}
			data-more-end={more.atEnd}
		>
			<div
				class="chips"
				ref={row}
				onScroll={look}
				onWheel={(event) => {
					if (Math.abs(event.deltaY) <= Math.abs(event.deltaX)) return;
					event.preventDefault();
					event.currentTarget.scrollLeft += event.deltaY;
				}}
			>
				{children}
			</div>
			{/* For a mouse alone: the keyboard and a finger move the row themselves. */}
			{more.atStart && <MoreButton way="start" onPress={() => press(-1)} />}
			{more.atEnd && <MoreButton way="end" onPress={() => press(1)} />}
		</fieldset>
	);
}

function MoreButton({ way, onPress }: { way: 'start' | 'end'; onPress: () => void }) {
	return (
		<button
			type="button"
			class={`chips-more chips-more-${way}`}
			tabIndex={-1}
			aria-hidden="true"
			onClick={onPress}
		>
			<Icon name="back" size={16} isMirrored />
		</button>
	);
}
