import { type BuildKind, buildExtension } from '../../browser/builds.ts';
import { removeTemporaryFolder } from '../../browser/clean-up.ts';
import { type LaunchedBrowser, launchBrowser } from '../../browser/launch.ts';
import { type Engine, engines } from './engines.ts';

const build: BuildKind = 'granted';
/** No page of a site is opened, so that nothing listens here. */
const noServer = 9;

/** A browser with the extension, whose databases are kept by one engine. */
export async function launchEngine(engine: Engine, profile?: string): Promise<LaunchedBrowser> {
	const { browser, switches } = engines[engine];
	return launchBrowser(browser, {
		sitePort: noServer,
		extension: await buildExtension(browser, build),
		headless: true,
		locale: 'en-GB',
		timeZone: 'Europe/Berlin',
		switches,
		...(profile ? { profile } : {}),
	});
}

/** With a profile of its own that goes afterwards. */
export async function inEngine<Result>(
	engine: Engine,
	use: (launched: LaunchedBrowser) => Promise<Result>,
): Promise<Result> {
	const launched = await launchEngine(engine);
	try {
		return await use(launched);
	} finally {
		await launched.close();
		removeTemporaryFolder(launched.profile);
	}
}
