import { browser } from 'wxt/browser';

/** Firefox's own panel; it has no types there where Chrome's are. */
interface Sidebar {
	sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens the panel beside the page that is seen. Must be called within the click or key
 * itself. `undefined` where the browser has no panel.
 */
export function panelOpener(): (() => void) | undefined {
	const { sidebarAction } = browser as Sidebar;
	if (sidebarAction) return () => void sidebarAction.open();
	const { sidePanel } = browser;
	if (!sidePanel) return undefined;
	return () => void sidePanel.open({ windowId: browser.windows.WINDOW_ID_CURRENT });
}
