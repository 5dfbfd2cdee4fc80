import { element } from '../elements';

/** Content inside so many plain boxes: the page wraps everything many times. */
export function boxes(count: number, ...content: Node[]): HTMLElement {
	return count === 1
		? element('div', {}, ...content)
		: element('div', {}, boxes(count - 1, ...content));
}
