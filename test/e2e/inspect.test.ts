import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../browser/find-browser.ts';

let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'stube-inspect-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function inspect(html: string, ...options: string[]) {
	const file = join(folder, 'page.html');
	writeFileSync(file, html);
	const run = spawnSync(process.execPath, ['test/inspect/run.ts', file, ...options], {
		encoding: 'utf8',
		timeout: 60_000,
	});
	return {
		code: run.status,
		said: run.stderr,
		reading: run.stdout ? JSON.parse(run.stdout) : null,
	};
}

const bubble = `<div data-id="3EB0C0FFEE0000000001" data-testid="conv-msg-3EB0C0FFEE0000000001">
	<div data-testid="msg-container"><div class="copyable-text" data-pre-plain-text="[16:05, 3.9.2026] Ada Brandt: ">
	<span dir="ltr" data-testid="selectable-text" class="selectable-text copyable-text"><span>The kettle is on</span></span></div>
	<div data-testid="msg-meta"><span dir="auto">16:05</span></div></div></div>`;

describe.each(browserNames)('npm run inspect in %s', (browser) => {
	const whatsapp = ['--url', 'https://web.whatsapp.com/', '--browser', browser];

	it('reads a bare message, and says that it stood alone', () => {
		const { code, reading } = inspect(
			bubble,
			...whatsapp,
			...['--now', '2026-09-03T18:00Z', '--lang', 'de', '--tz', 'Europe/Berlin'],
		);
		expect(reading.problems).toContain('piece-placed-in-open-chat');
		expect(reading.thread.messages).toMatchObject([
			{
				id: '3EB0C0FFEE0000000001',
				sender: 'Ada Brandt',
				text: 'The kettle is on',
				sentAt: '2026-09-03T14:05:00.000Z',
				precision: 'minute',
			},
		]);
		expect(code).toBe(0);
	});

	it('tells a page that is still loading from one that is no messenger', () => {
		const boot = inspect(
			'<html id="whatsapp-web"><body><div id="wa_web_initial_startup"><progress></progress></div></body></html>',
			...whatsapp,
		);
		expect([boot.code, boot.reading.state]).toEqual([3, 'loading']);
		const leading = inspect(
			'<meta http-equiv="refresh" content="0;url=https://hotel.example/"><div id="app"><div id="pane-side"></div></div>',
			...whatsapp,
		);
		expect([leading.code, leading.reading.state]).toEqual([3, 'layout-changed']);
		const portal = inspect('<h1>Welcome to the hotel</h1><a href="/go">Go online</a>', ...whatsapp);
		expect([portal.code, portal.reading.chats]).toEqual([4, []]);
	});
});

describe('npm run inspect', () => {
	it.each([
		['no address', []],
		['an address that is none', ['--url', 'nowhere']],
		['an unknown language', ['--url', 'https://web.whatsapp.com/', '--lang', '???']],
		['an unknown zone', ['--url', 'https://web.whatsapp.com/', '--tz', 'Middle/Earth']],
		['an offset for a zone', ['--url', 'https://web.whatsapp.com/', '--tz', '+02:00']],
		['no time', ['--url', 'https://web.whatsapp.com/', '--now', '12']],
		['two pages', ['--url', 'https://web.whatsapp.com/', 'other.html']],
		['an unknown option', ['--url', 'https://web.whatsapp.com/', '--fast']],
	])('explains itself when given %s', (_, options) => {
		const { code, said, reading } = inspect(bubble, ...options);
		expect(code).toBe(2);
		expect(said).toContain('npm run --silent inspect');
		expect(reading).toBeNull();
	});

	it.each(['https://business.facebook.com/latest/inbox', 'http://web.whatsapp.com/'])(
		'does not recognise a host of no network: %s',
		(address) => {
			const { code, reading } = inspect(bubble, '--url', address);
			expect([code, reading.network]).toEqual([4, null]);
		},
	);

	it('says that it failed where no browser can be had, and prints nothing else', () => {
		const file = join(folder, 'page.html');
		writeFileSync(file, bubble);
		const run = spawnSync(
			process.execPath,
			['test/inspect/run.ts', file, '--url', 'https://web.whatsapp.com/'],
			{ encoding: 'utf8', env: { ...process.env, STUBE_CHROMIUM: join(folder, 'no-browser') } },
		);
		expect(run.status).toBe(1);
		expect(run.stderr).toContain('no-browser');
		expect(JSON.parse(run.stdout)).toMatchObject({ chats: [], problems: ['inspection-failed'] });
	});

	it('explains itself when given a folder', () => {
		const run = spawnSync(
			process.execPath,
			['test/inspect/run.ts', folder, '--url', 'https://web.whatsapp.com/'],
			{ encoding: 'utf8' },
		);
		expect([run.status, run.stdout]).toEqual([2, '']);
	});
});
