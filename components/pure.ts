import { Component, type ComponentType, h } from 'preact';

/** A component that is drawn anew only when one of its props is another. */
export function pure<Props extends object>(Drawn: ComponentType<Props>): ComponentType<Props> {
	return class Pure extends Component<Props> {
		override shouldComponentUpdate(next: Props): boolean {
			const fields = new Set([...Object.keys(next), ...Object.keys(this.props)]);
			return [...fields].some(
				(field) => !Object.is(Reflect.get(next, field), Reflect.get(this.props, field)),
			);
		}
		override render() {
			return h(Drawn, this.props as Props);
		}
	};
}
