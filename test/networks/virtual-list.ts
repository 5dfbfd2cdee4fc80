/** A list as long as its rows, of which only those near the view exist; without a real layout. */
export interface VirtualList {
	element: HTMLElement;
	/** Rows that the page knows; more may come once the end is seen. */
	count: number;
	/** Every row that was ever drawn. */
	drawn: Set<string>;
}

const rowHeight = 50;
const viewHeight = 400;

/** @param growTo What the page loads, some at a time, when its end comes into view. */
export function virtualList(count: number, growTo = count): VirtualList {
	const element = document.createElement('div');
	const list: VirtualList = { element, count, drawn: new Set() };
	let top = 0;
	const draw = (): void => {
		const first = Math.floor(top / rowHeight);
		const rows = Array.from({ length: Math.min(10, list.count - first) }, (_, index) => {
			const row = document.createElement('li');
			row.id = `row-${first + index}`;
			row.textContent = `Row ${first + index}`;
			list.drawn.add(row.id);
			return row;
		});
		element.replaceChildren(...rows);
	};
	const grow = (): void => {
		if (top + viewHeight < list.count * rowHeight || list.count >= growTo) return;
		setTimeout(() => {
			list.count = Math.min(growTo, list.count + 10);
			draw();
		}, 300);
	};
	Object.defineProperties(element, {
		clientHeight: { get: () => viewHeight },
		scrollHeight: { get: () => Math.max(viewHeight, list.count * rowHeight) },
		scrollTop: { get: () => top },
		scrollTo: {
			value: ({ top: wanted }: { top: number }) => {
				top = Math.max(0, Math.min(wanted, list.count * rowHeight - viewHeight));
				setTimeout(draw, 20);
				grow();
			},
		},
	});
	document.body.append(element);
	draw();
	return list;
}
