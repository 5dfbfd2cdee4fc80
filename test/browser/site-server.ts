/**
 * The stand-in messengers under their real host names: one https server on loopback
 * that answers by Host header. The browsers are told to send every host here.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { generate } from 'selfsigned';
import type { Scenario, ScenarioNetwork } from '../sites/scenario.ts';
import { bundleSite } from './bundle-site.ts';

export const siteHosts = {
	'web.whatsapp.com': 'whatsapp',
	'www.messenger.com': 'messenger',
	'www.facebook.com': 'messenger',
	'web.facebook.com': 'messenger',
	'www.instagram.com': 'instagram',
} as const satisfies Record<string, ScenarioNetwork>;
export type SiteHost = keyof typeof siteHosts;

/** Paths that show the messenger; elsewhere its host shows a page without chats. */
const messengerPaths: Partial<Record<SiteHost, RegExp>> = {
	'www.facebook.com': /^\/messages(?:\/|$)/u,
	'web.facebook.com': /^\/messages(?:\/|$)/u,
	'www.instagram.com': /^\/direct(?:\/|$)/u,
};

export interface Portal {
	status: number;
	html: string;
	headers?: Record<string, string>;
}

export interface SiteServer {
	port: number;
	/** What pages loaded from now on show; for one host only if one is named. */
	setScenario(scenario: Scenario, host?: SiteHost): void;
	/** Answers every address of a host with this page (captive portal, error page); `null` ends it. */
	setPortal(host: SiteHost, portal: Portal | null): void;
	/** No host can be reached, as if the network cable were pulled. */
	goOffline(): Promise<void>;
	goOnline(): Promise<void>;
	close(): Promise<void>;
}

export async function startSiteServer(scenario: Scenario): Promise<SiteServer> {
	const scenarios = new Map<SiteHost, Scenario>();
	const portals = new Map<SiteHost, Portal>();
	let common = scenario;

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const host = (request.headers.host ?? '').replace(/:\d+$/u, '');
		const path = new URL(request.url ?? '/', `https://${host}`).pathname;
		if (!isSiteHost(host)) return send(response, 404, 'text/plain', 'No such host.');
		const portal = portals.get(host);
		if (portal) return send(response, portal.status, 'text/html', portal.html, portal.headers);
		if (path === scriptPath) {
			return send(response, 200, 'text/javascript', await bundleSite(siteHosts[host]));
		}
		if (/\.\w{2,5}$/u.test(path)) return send(response, 404, 'text/plain', 'Not found.');
		const shown = scenarios.get(host) ?? common;
		send(response, 200, 'text/html', shell(host, path, shown));
	}

	const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
		keyType: 'ec',
		extensions: [
			{
				name: 'subjectAltName',
				altNames: Object.keys(siteHosts).map((value) => ({ type: 2 as const, value })),
			},
		],
	});
	const sockets = new Set<Duplex>();
	let server = await listen(0);

	async function listen(port: number): Promise<Server> {
		const listener = createServer({ key, cert }, (request, response) => {
			answer(request, response).catch((error: unknown) => {
				console.error(error);
				send(response, 500, 'text/plain', 'The stand-in failed.');
			});
		});
		listener.on('connection', (socket) => {
			sockets.add(socket);
			socket.on('close', () => sockets.delete(socket));
		});
		await new Promise<void>((resolve, reject) => {
			listener.once('error', reject);
			listener.listen(port, '127.0.0.1', resolve);
		});
		return listener;
	}
	async function stop(): Promise<void> {
		if (!server.listening) return;
		const closed = new Promise<void>((resolve) => server.close(() => resolve()));
		for (const socket of sockets) socket.destroy();
		await closed;
	}
	const { port } = server.address() as AddressInfo;

	return {
		port,
		setScenario(next, host) {
			if (host) scenarios.set(host, next);
			else {
				common = next;
				scenarios.clear();
			}
		},
		setPortal(host, portal) {
			if (portal) portals.set(host, portal);
			else portals.delete(host);
		},
		goOffline: stop,
		async goOnline() {
			if (!server.listening) server = await listen(port);
		},
		close: stop,
	};
}

const scriptPath = '/stand-in.js';

function isSiteHost(host: string): host is SiteHost {
	return Object.hasOwn(siteHosts, host);
}

function send(
	response: ServerResponse,
	status: number,
	type: string,
	body: string,
	headers: Record<string, string> = {},
): void {
	response.writeHead(status, {
		'content-type': `${type}; charset=utf-8`,
		'cache-control': 'no-store',
		...headers,
	});
	response.end(body);
}

/** The page before its script ran. The site's script builds everything inside `body`. */
function shell(host: SiteHost, path: string, scenario: Scenario): string {
	const network = siteHosts[host];
	const { language } = scenario;
	const direction = new Intl.Locale(language).getTextInfo().direction;
	const id = network === 'messenger' ? 'facebook' : network === 'whatsapp' ? 'whatsapp-web' : null;
	const isMessenger = messengerPaths[host]?.test(path) ?? true;
	return `<!DOCTYPE html>
<html${id ? ` id="${id}"` : ''} class="" lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${titles[network]}</title>
<script>window.scenario = ${embed(scenario)};</script>
</head>
<body>${isMessenger ? `<script src="${scriptPath}"></script>` : dullBody(network)}</body>
</html>
`;
}

const titles: Record<ScenarioNetwork, string> = {
	whatsapp: 'WhatsApp',
	messenger: 'Messenger',
	instagram: 'Instagram',
};

/** The rest of a site: no chats, and a link that enters the messenger without a new document. */
function dullBody(network: ScenarioNetwork): string {
	const inside = network === 'instagram' ? '/direct/inbox/' : '/messages/';
	return `<main role="main"><h1>Feed</h1><article><p>A cat in a window.</p></article>
<p><a id="enter" href="${inside}">Messages</a></p></main>
<script>
document.getElementById('enter').addEventListener('click', (event) => {
	event.preventDefault();
	history.pushState(null, '', event.target.href);
	const script = document.createElement('script');
	script.src = '${scriptPath}';
	document.body.replaceChildren(script);
});
</script>`;
}

/** JSON inside a script element: nothing in it may end the element or a line. */
function embed(value: unknown): string {
	return JSON.stringify(value)
		.replaceAll('<', '\\u003c')
		.replaceAll('\u2028', '\\u2028')
		.replaceAll('\u2029', '\\u2029');
}
