import { buildExtension } from '../../browser/builds.ts';
import { removeTemporaryFolder } from '../../browser/clean-up.ts';
import { type LaunchedBrowser, launchBrowser } from '../../browser/launch.ts';
import { type Engine, engines } from './engines.ts';

/** No page of a site is opened, so that nothing listens here. */
const noServer = 9;
/** A million messages are made and put in one go. */
const patienceMs = 1_800_000;

/** A browser with the extension, whose databases are kept by one engine. */
export async function launchEngine(
	engine: Engine,
	{ profile, extension }: { profile?: string; extension?: string } = {},
): Promise<LaunchedBrowser> {
	const { browser, switches } = engines[engine];
	return launchBrowser(browser, {
		sitePort: noServer,
		extension: extension ?? (await buildExtension(browser, 'granted')),
		headless: true,
		locale: 'en-GB',
		timeZone: 'Europe/Berlin',
		switches,
		patienceMs,
		...(profile ? { profile } : {}),
	});
}

/** With a profile of its own that goes afterwards; with another extension instead, if one is named. */
export async function inEngine<Result>(
	engine: Engine,
	use: (launched: LaunchedBrowser) => Promise<Result>,
	extension?: string,
): Promise<Result> {
	const launched = await launchEngine(engine, extension ? { extension } : {});
	try {
		return await use(launched);
	} finally {
		await launched.close();
		removeTemporaryFolder(launched.profile);
	}
}
