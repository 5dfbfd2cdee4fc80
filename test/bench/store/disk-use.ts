import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchedBrowser } from '../../browser/launch.ts';

/** Where each browser keeps databases and files of an extension's origin. */
function foldersOf({ name, extensionOrigin }: LaunchedBrowser): string[] {
	const { hostname } = new URL(extensionOrigin);
	return name === 'chromium'
		? [`Default/IndexedDB/*${hostname}*`, `Default/WebStorage`, 'Default/File System']
		: [`storage/default/moz-extension+++${hostname}*`];
}

/** Bytes of an extension's databases and files in the profile of a closed browser. */
export function diskUse(launched: LaunchedBrowser): number {
	return foldersOf(launched)
		.flatMap((folder) => globSync(`${folder}/**/*`, { cwd: launched.profile }))
		.map((path) => statSync(join(launched.profile, path)))
		.reduce((sum, found) => sum + (found.isFile() ? found.size : 0), 0);
}
