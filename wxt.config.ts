import { defineConfig } from 'wxt';

/** Hosts by network; `granted` builds (tests, demo) have them at install, real ones ask. */
const hosts = [
	'https://web.whatsapp.com/*',
	'https://www.messenger.com/*',
	'https://www.facebook.com/*',
	'https://web.facebook.com/*',
	'https://www.instagram.com/*',
];

const contentSecurityPolicy = (development: boolean) =>
	[
		"default-src 'none'",
		"script-src 'self' 'wasm-unsafe-eval'",
		"worker-src 'self'",
		`style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
		"img-src 'self' data:",
		"font-src 'self'",
		`connect-src ${development ? "'self' ws: http:" : "'none'"}`,
		"form-action 'none'",
		"frame-src 'none'",
		"base-uri 'none'",
	].join('; ');

/**
 * WXT puts a context around each script that tells its page, in events, that it is there, and
 * that the page can end; readers have a life of their own.
 */
const withoutFrame = {
	name: 'reader-without-frame',
	transform(code: string, id: string): string | undefined {
		if (!id.includes('content-script-isolated-world')) return undefined;
		const [definition] = code.match(/^import definition from .*$/m) ?? [];
		if (!definition) throw new Error('WXT frames its scripts in another way now.');
		return `${definition}\nexport default definition.main();`;
	},
};

export default defineConfig({
	imports: false,
	modules: ['@wxt-dev/i18n/module', '@wxt-dev/webextension-polyfill'],
	targetBrowsers: ['chrome', 'firefox'],
	manifestVersion: 3,
	vite: () => ({ build: { sourcemap: false } }),
	zip: { excludeSources: ['test/**/.output/**'] },
	manifest: ({ browser, mode, command }) => ({
		name: '__MSG_extensionName__',
		description: '__MSG_extensionDescription__',
		default_locale: 'en',
		incognito: 'not_allowed',
		permissions: [
			'storage',
			'unlimitedStorage',
			'alarms',
			'scripting',
			'idle',
			// A service worker has no threads; an offscreen page has, and overwrites keys with one.
			...(browser === 'chrome' ? (['sidePanel', 'offscreen'] as const) : []),
		],
		optional_permissions: ['notifications'],
		...(mode === 'granted' ? { host_permissions: hosts } : { optional_host_permissions: hosts }),
		content_security_policy: { extension_pages: contentSecurityPolicy(command === 'serve') },
		commands: {
			_execute_action: { suggested_key: { default: 'Alt+Shift+S' } },
			lock: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_lockCommand__' },
		},
		...(browser === 'chrome' && { minimum_chrome_version: '132' }),
		...(browser === 'firefox' && {
			browser_specific_settings: {
				gecko: {
					id: 'stube@stube.example',
					strict_min_version: '140.0',
					data_collection_permissions: { required: ['none'] },
				},
			},
		}),
	}),
	hooks: {
		/** For `npm run inspect` and `npm run bench`; people have no use for them. */
		'entrypoints:found': (wxt, found) => {
			if (wxt.config.mode === 'granted') return;
			const kept = found.filter(({ name }) => !/^(?:inspect|(?:bench|try-).*)$/.test(name));
			found.splice(0, found.length, ...kept);
		},
		/**
		 * Each page of a messenger loads a reader: it goes without the polyfill, which would be a
		 * third of it (Chrome has promises itself), without WXT's frame, and as small as can be.
		 */
		'vite:build:extendConfig': (entrypoints, config) => {
			if (!entrypoints.every(({ type }) => type === 'content-script')) return;
			const alias = { ...config.resolve?.alias } as Record<string, string>;
			delete alias['wxt/browser'];
			config.resolve = { ...config.resolve, alias };
			config.build = {
				...config.build,
				minify: 'terser',
				terserOptions: { ecma: 2020, compress: { passes: 2 } },
			};
			config.plugins = [...(config.plugins ?? []), withoutFrame];
		},
		/** WXT puts a runtime script's `matches` among the hosts; ours are asked for one by one. */
		'build:manifestGenerated': (wxt, manifest) => {
			if (wxt.config.mode !== 'granted') delete manifest.host_permissions;
			if (manifest.sidebar_action) manifest.sidebar_action.open_at_install = false;
		},
	},
});
