import { everything, type InboxFilter } from '@/lib/inbox/filter';
import type { SearchScope } from '@/lib/inbox/query';
import type { Spot } from '@/lib/model';
import type { SettingsSectionName } from './settings-sections';

/**
 * Where someone is in the interface. Lives in the browser's memory only, where it outlives
 * a popup but no lock: no address, title or history entry of a frame ever carries any of it.
 */
export interface Place {
	view: 'inbox' | 'settings' | 'next';
	/** Where the settings open, `null` at their top. */
	section: SettingsSectionName | null;
	chatKey: string | null;
	/** A found message to show in the open chat. */
	found: Spot | null;
	/** The message at the top of the open chat when it was last seen, `null` for its end. */
	left: Spot | null;
	/** How far the list was scrolled, in pixels. */
	listTop: number;
	filter: InboxFilter;
	query: string;
	/** Where is searched. */
	scope: SearchScope;
}

export const startPlace: Place = {
	view: 'inbox',
	section: null,
	chatKey: null,
	found: null,
	left: null,
	listTop: 0,
	filter: everything,
	query: '',
	scope: {},
};
