/** Whether this browser tells that the screen was locked: Firefox never does (2026-11). */
export const knowsScreenLock = (): boolean => import.meta.env.BROWSER !== 'firefox';
