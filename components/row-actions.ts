import type { RefObject } from 'preact';
import type { MenuPoint } from './Menu';
import type { SwipeWay } from './use-swipe';

/** What can be done with a row beside opening its chat. */
export interface RowActions {
	/** The chosen ones, `null` while none are being chosen. */
	selected: ReadonlySet<string> | null;
	onMenu: (chatKey: string, point: MenuPoint) => void;
	/** Chooses a row, or takes it out of what is chosen. */
	onToggle: (chatKey: string) => void;
	onSwipe: (chatKey: string, way: SwipeWay) => void;
	/** Filled by the list, for keys that are heard elsewhere. */
	steer: RefObject<{ step: (by: number) => void; cursor: string | null } | null>;
}
