import type { ReadContext } from './adapter';

/** What a page that runs has beside its tree. */
export function livePage(): Pick<ReadContext, 'visible' | 'indexedDB' | 'localItem' | 'cookie'> {
	return {
		visible: document.visibilityState === 'visible',
		indexedDB: window.indexedDB,
		localItem: (name) => localStorage.getItem(name),
		cookie: readCookie,
	};
}

/** Only the one cookie asked for by name; the others are not looked at. */
function readCookie(name: string): string | null {
	const found = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`));
	return found === undefined ? null : decodeURIComponent(found.slice(name.length + 1));
}
