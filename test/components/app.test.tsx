// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App, type AppProps } from '@/components/App';
import type { CatchUpEntry, NetworkEntry } from '@/components/network-entry';
import { type Place, startPlace } from '@/components/place';
import { Shortcuts } from '@/components/shortcuts/Shortcuts';
import { type TimerDesk, TimerDeskContext } from '@/components/timer-desk';
import { type ChatRow, type Network, type NetworkState, networks, weekMs } from '@/lib/model';
import { firstPreferences } from '@/lib/unsealed/preferences';
import { speak } from './catalogue';
import { makeMessage, makeRow, now } from './rows';

beforeEach(() => speak('en', 'en_GB'));
afterEach(cleanup);

const hosts = {
	whatsapp: ['web.whatsapp.com'],
	messenger: ['messenger.com', 'facebook.com'],
	instagram: ['instagram.com'],
};

const entries = (...states: NetworkState[]): NetworkEntry[] =>
	networks.map((network, index) => ({
		network,
		status: {
			network,
			state: states[index] ?? 'reading',
			since: now - 3_600_000,
			problems:
				states[index] === 'degraded' ? ['times-unreadable', 'few-rows', 'sides-unknown'] : [],
			droppedCaptures: index,
		},
		hosts: hosts[network].map((name) => ({ name, isGranted: states[index] !== 'off' })),
	}));

const inboxOf = (rows: ChatRow[]) => ({ rows, settings: { defaultTimer: 4 * weekMs } });

const desk: TimerDesk = {
	settings: { defaultTimer: 4 * weekMs },
	choose: () => undefined,
	countGoing: async () => 3,
};

function show(props: Partial<AppProps> = {}) {
	const calls = {
		onTurnOn: vi.fn(),
		onTurnOff: vi.fn(),
		onOpenNetwork: vi.fn(),
		onSettle: vi.fn(),
		onCatchUp: vi.fn(),
		onEndCatchUp: vi.fn(),
		onCopyDiagnostics: vi.fn(),
		onSaveStructure: vi.fn(),
		onOlder: vi.fn(),
		onNewer: vi.fn(),
		onEnd: vi.fn(),
		onKeep: vi.fn(),
		onSetTimer: vi.fn(),
		onSetDefaultTimer: vi.fn(),
		onFlag: vi.fn(),
		onDelete: vi.fn(),
		onKeepMessage: vi.fn(),
		onDeleteMessage: vi.fn(),
		onErase: vi.fn(async () => true),
	};
	function Frame() {
		const [place, setPlace] = useState<Place>(startPlace);
		return (
			<TimerDeskContext.Provider value={desk}>
				<Shortcuts hasSingleKeys>
					<App
						isWide={false}
						kept={null}
						problem={null}
						failure={null}
						place={place}
						onGo={(change) => setPlace({ ...place, ...change })}
						inbox={inboxOf([
							makeRow({ title: 'Ann', unread: 2 }),
							makeRow({ title: 'Nora', network: 'messenger' }),
						])}
						now={now}
						chat={
							place.chatKey === null
								? null
								: {
										messages: [makeMessage()],
										hasOlder: false,
										hasNewer: false,
										isLoading: false,
										start: { at: 'end' },
									}
						}
						search={null}
						networks={entries()}
						turnedOff={[]}
						signedOut={new Set()}
						scarceRoom={null}
						holdings={null}
						vault={null}
						isOnlyDeletable={false}
						catchUps={{}}
						diagnostics={null}
						notifications={{
							isAllowed: false,
							onAllow: () => undefined,
							notifies: [],
							notifiesWithText: false,
							hidesBadgeWhenLocked: true,
							onNotify: () => undefined,
							onNotifyWithText: () => undefined,
							onHideBadge: () => undefined,
						}}
						preferences={firstPreferences}
						onPrefer={() => undefined}
						{...calls}
						{...props}
					/>
				</Shortcuts>
			</TimerDeskContext.Provider>
		);
	}
	const app = render(<Frame />);
	return {
		...calls,
		again: (changed: Partial<AppProps>) => {
			Object.assign(props, changed);
			app.rerender(<Frame />);
		},
	};
}

const listed = () =>
	[...document.querySelectorAll('button[data-chat]')].map(
		(row) => row.querySelector('[data-part=title]')?.textContent,
	);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('the inbox', () => {
	it('narrows to unread, to one network, or to both', () => {
		show();
		press('Unread 1');
		expect(listed()).toEqual(['Ann']);
		press('Messenger');
		expect(listed()).toEqual([]);
		expect(screen.getByText('Nothing unread')).toBeTruthy();
		press('Unread 1');
		expect(listed()).toEqual(['Nora']);
		press('All');
		expect(listed()).toEqual(['Ann', 'Nora']);
	});

	it('opens a chat, and Escape comes back to the row it was opened from', () => {
		show();
		press(/^Nora/u);
		expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Nora' }));
		expect(screen.queryByRole('searchbox')).toBeNull();
		fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
		expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Nora/u }));
	});

	it('comes back from the timer of a row to that row, also after a search', async () => {
		const user = userEvent.setup();
		show();
		await user.keyboard('/abc{Escape}{ArrowDown}j');
		const nora = screen.getByRole('button', { name: /^Nora/u });
		expect(document.activeElement).toBe(nora);
		await user.keyboard('t');
		await waitFor(() =>
			expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true),
		);
		await user.keyboard('{Escape}');
		expect(screen.queryByRole('dialog')).toBeNull();
		expect(document.activeElement).toBe(nora);
	});

	it('keeps the list beside the chat where there is room', () => {
		show({ isWide: true });
		expect(screen.getByText('Choose a chat')).toBeTruthy();
		press(/^Nora/u);
		expect(screen.getByRole('searchbox')).toBeTruthy();
		expect(screen.getByRole('button', { current: true, name: /^Nora/u })).toBeTruthy();
		expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
	});

	it('keeps a message past its time by its menu, with undo, and asks before it deletes one', () => {
		const { onKeepMessage, onDeleteMessage } = show();
		press(/^Ann/u);
		const key = screen.getByText('Hello').closest('li')?.dataset.message;
		const openMenu = () =>
			fireEvent.click(screen.getByRole('button', { name: 'What to do with this message' }));
		openMenu();
		fireEvent.click(screen.getByRole('menuitem', { name: 'Keep past its time' }));
		expect(onKeepMessage).toHaveBeenLastCalledWith('key-Ann', key, true);
		fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
		expect(onKeepMessage).toHaveBeenLastCalledWith('key-Ann', key, false);

		openMenu();
		fireEvent.click(screen.getByRole('menuitem', { name: 'Delete this copy' }));
		expect(onDeleteMessage).not.toHaveBeenCalled();
		fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
		expect(onDeleteMessage).toHaveBeenCalledWith('key-Ann', key);
	});

	it('leads to what goes next by a button and by a key, and from there to a chat', () => {
		show();
		press('What goes next');
		expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'What goes next' }));
		fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
		expect(screen.getByRole('searchbox')).toBeTruthy();
		fireEvent.keyDown(document.body, { key: 'g' });
		press(/^Nora ?, Messenger, next message goes in 2 days/u);
		expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Nora' }));
	});

	it('keeps what is typed out of form restore and autofill', () => {
		show();
		const field = screen.getByRole('searchbox', { name: 'Search names and texts' });
		expect(field.getAttribute('autocomplete')).toBe('off');
		expect(field.hasAttribute('name')).toBe(false);
		expect(field.closest('form')).toBeNull();
	});

	it('shows found names and texts with the words marked', () => {
		const row = makeRow({ title: 'Ann' });
		const message = makeMessage({ text: 'I found the book on the shelf' });
		show({
			search: {
				names: [{ row, ranges: [[0, 2]] }],
				texts: [{ row, message, ranges: [[12, 16]] }],
				moreTexts: 3,
				isDone: true,
			},
		});
		expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
			'An',
			'book',
		]);
		expect(screen.getByText(/and 3 more/u)).toBeTruthy();
	});
});

describe('an account that is signed out', () => {
	const rows = [
		makeRow({ title: 'Ann', account: 'a' }),
		makeRow({ title: 'Ben', account: 'b' }),
		makeRow({ title: 'Cleo', account: 'b', network: 'whatsapp' }),
	];

	it('stays, marked, until it is forgotten', () => {
		const { onDelete } = show({ inbox: inboxOf(rows), signedOut: new Set(['b']) });
		expect(
			screen.getByRole('button', { name: /^Ben, WhatsApp, Account 2, signed out/u }),
		).toBeTruthy();
		expect(
			screen.getByRole('button', { name: /^Ann, WhatsApp, Account 1, see you/u }),
		).toBeTruthy();
		press('Forget WhatsApp, Account 2');
		press('Delete');
		expect(onDelete).toHaveBeenCalledWith(['key-Ben', 'key-Cleo']);
	});

	it('has a filter of its own where its network has another', () => {
		show({ inbox: inboxOf(rows) });
		press('WhatsApp');
		press('Account 2');
		expect(listed()).toEqual(['Ben', 'Cleo']);
		press('Account 2');
		expect(listed()).toEqual(['Ann', 'Ben', 'Cleo']);
	});
});

describe('what a network needs', () => {
	it('is one line with one verb', () => {
		const { onOpenNetwork } = show({ networks: entries('reading', 'asleep', 'hidden') });
		expect(screen.getByText('Messenger has been asleep since 11:00')).toBeTruthy();
		expect(screen.getAllByRole('listitem').filter((item) => item.dataset.state)).toHaveLength(1);
		press('Wake: Messenger');
		expect(onOpenNetwork).toHaveBeenCalledWith('messenger');
	});

	it('is said with what is in doubt, where only a part is read', () => {
		show({ networks: entries('degraded') });
		const sentence = 'Only a part of WhatsApp can be read; in doubt: times, who wrote what';
		expect(screen.getByText(sentence)).toBeTruthy();
		press('Report: WhatsApp');
		const row = screen.getByRole('row', { name: /^WhatsApp only partly readable/u });
		expect(row.textContent).toContain('times, who wrote what');
	});

	it('is nothing where a tab in the background is read, which says as of when', () => {
		show({ networks: entries('hidden') });
		expect(
			screen.getByText('WhatsApp is read from a tab in the background, as of 11:00.'),
		).toBeTruthy();
	});

	it('is turned on host by host, each by a click of its own', () => {
		const { onTurnOn } = show({ networks: entries('off', 'off') });
		press('Turn on WhatsApp');
		press('Turn on facebook.com');
		expect(onTurnOn.mock.calls).toEqual([
			['whatsapp', 'web.whatsapp.com'],
			['messenger', 'facebook.com'],
		]);
	});

	it('is no line any more where a network is off and not used', () => {
		const onPrefer = vi.fn();
		const { again } = show({ networks: entries('reading', 'reading', 'off'), onPrefer });
		press('I do not use Instagram');
		expect(onPrefer).toHaveBeenCalledWith({ unused: ['instagram'] });
		again({ preferences: { ...firstPreferences, unused: ['instagram'] } });
		expect(screen.queryByText('Instagram is not turned on')).toBeNull();
		again({ networks: entries('reading', 'reading', 'signed-out') });
		expect(screen.getByText(/^You are signed out of Instagram/u)).toBeTruthy();
	});

	it('is no line above the list while a page loads for a moment, and one when it takes long', () => {
		vi.useFakeTimers();
		try {
			const { again } = show({ networks: entries('loading') });
			const line = () => screen.queryByText(/^WhatsApp is loading/u);
			expect(line()).toBeNull();
			act(() => void vi.advanceTimersByTime(3_000));
			again({ networks: entries('reading') });
			again({ networks: entries('loading') });
			act(() => void vi.advanceTimersByTime(3_000));
			expect(line()).toBeNull();
			act(() => void vi.advanceTimersByTime(3_000));
			expect(line()).toBeTruthy();
		} finally {
			vi.useRealTimers();
		}
	});

	it('is all there is before anything is turned on, with each site to turn on at one press', () => {
		const { onTurnOn } = show({ inbox: inboxOf([]), networks: entries('off', 'off', 'off') });
		press('Turn on messenger.com');
		expect(onTurnOn).toHaveBeenCalledWith('messenger', 'messenger.com');
		expect(screen.queryByRole('searchbox')).toBeNull();
		expect(screen.queryByRole('group', { name: 'Show' })).toBeNull();
	});

	it.each([
		['off', 'Nothing is turned on yet'],
		['no-tab', 'Nothing here yet'],
		['loading', 'Reading your chats…'],
	] as const)('is explained where the list is empty (%s)', (state, title) => {
		show({ inbox: inboxOf([]), networks: entries(state, state, state) });
		expect(screen.getByText(title)).toBeTruthy();
	});

	it('asks once what becomes of a network that was turned off', () => {
		const { onSettle } = show({ turnedOff: ['instagram'] });
		press('Delete now');
		expect(onSettle).toHaveBeenCalledWith('instagram', false);
		press('Keep until it expires');
		expect(onSettle).toHaveBeenCalledWith('instagram', true);
	});
});

describe('catching up', () => {
	const chats = (state: CatchUpEntry['state']): CatchUpEntry => ({ state, chats: 7, share: 0.3 });

	it('is offered under the last chat, for each network that is read', () => {
		const { onCatchUp } = show({ networks: entries('reading', 'asleep', 'hidden') });
		expect(screen.queryByRole('button', { name: 'Catch up Messenger' })).toBeNull();
		press('Catch up Instagram');
		press('Catch up WhatsApp');
		expect(onCatchUp.mock.calls).toEqual([
			['instagram', false],
			['whatsapp', false],
		]);
	});

	it('shows how far it is and can be stopped', () => {
		const { onEndCatchUp } = show({ catchUps: { messenger: chats('running') } });
		expect(screen.getByText('Messenger is being caught up · 7 chats read')).toBeTruthy();
		expect(screen.getByRole('progressbar')).toMatchObject({ value: 0.3 });
		expect(screen.queryByRole('button', { name: 'Catch up Messenger' })).toBeNull();
		press('Stop catching up Messenger');
		expect(onEndCatchUp).toHaveBeenCalledWith('messenger');
	});

	it('that needs the tab in view says so, and brings it there on a click', () => {
		const { onCatchUp } = show({ catchUps: { whatsapp: chats('hidden') } });
		expect(screen.getByText('WhatsApp draws its list only while its tab is in view')).toBeTruthy();
		press('Show and catch up WhatsApp');
		expect(onCatchUp).toHaveBeenCalledWith('whatsapp', true);
	});

	it.each([
		['done', /^Messenger is caught up/u],
		['stopped', /was stopped/u],
		['touched', /^You took over/u],
		['interrupted', /^You took over/u],
		['bounded', /the rest waits/u],
		['no-list', /shows no list of chats now/u],
		['left', /went away meanwhile/u],
	] as const)('says how it ended (%s)', (state, sentence) => {
		show({ catchUps: { messenger: chats(state) } });
		expect(screen.getByText(sentence)).toBeTruthy();
	});
});

describe('the settings', () => {
	it('set the default timer, and say how many messages a shorter one deletes', async () => {
		const { onSetDefaultTimer } = show();
		press('Settings');
		expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Settings' }));
		fireEvent.click(screen.getByRole('radio', { name: '1 week' }));
		await screen.findByText('3 messages stored here are older and go at once.');
		press('Set timer and delete');
		expect(onSetDefaultTimer).toHaveBeenCalledWith(weekMs);
	});

	it('turn hosts on and off one by one', () => {
		const { onTurnOff, onTurnOn } = show({ networks: entries('reading', 'reading', 'off') });
		press('Settings');
		press('Turn off facebook.com');
		press('Turn on instagram.com');
		expect(onTurnOff).toHaveBeenCalledWith('messenger', 'facebook.com');
		expect(onTurnOn).toHaveBeenCalledWith('instagram', 'instagram.com');
	});

	it('show how each reader is doing and what was dropped', () => {
		show({ networks: entries('layout-changed') });
		press('Settings');
		const table = screen.getByRole('row', { name: /WhatsApp layout changed 11:00 0/u });
		expect(table).toBeTruthy();
		expect(screen.getByRole('row', { name: /Instagram reading 11:00 2/u })).toBeTruthy();
	});
});

describe('what is stored', () => {
	const holdings = new Map<Network, { chats: number; messages: number; bytes: number }>([
		['whatsapp', { chats: 12, messages: 3_400, bytes: 1_234_567 }],
		['messenger', { chats: 1, messages: 1, bytes: 0 }],
		['instagram', { chats: 0, messages: 0, bytes: 0 }],
	]);
	const held = (name: string) =>
		within(screen.getByRole('list', { name }))
			.getAllByRole('listitem')
			.map((item) => item.querySelector('[data-part=held]')?.textContent);

	it('is told of each network in the settings; what has no size yet, without one', () => {
		show({ holdings });
		press('Settings');
		expect(held('What is stored')).toEqual([
			'12 chats · 3,400 messages · about 1.2 MB',
			'1 chat · 1 message',
			'nothing',
		]);
		expect(screen.queryByRole('note')).toBeNull();
	});

	it('is told in German too', async () => {
		await speak('de');
		show({ holdings });
		press('Einstellungen');
		expect(held('Was gespeichert ist')).toEqual([
			'12 Chats · 3.400 Nachrichten · etwa 1,2 MB',
			'1 Chat · 1 Nachricht',
			'nichts',
		]);
	});

	it('is said to linger once deleted, where nothing can be overwritten', () => {
		show({ isOnlyDeletable: true });
		press('Settings');
		expect(screen.getByRole('note').textContent).toMatch(/may linger in the browser’s files/u);
	});
});

describe('a disk that is almost full', () => {
	it('is one calm line, and leads to what is stored', () => {
		show({ scarceRoom: 340_400_000, holdings: new Map() });
		expect(screen.getByRole('status').textContent).toMatch(/about 340 MB is left/u);
		press('Details: what is stored');
		expect(screen.getByRole('heading', { name: 'What is stored' })).toBeTruthy();
	});

	it('says nothing while there is room', () => {
		show();
		expect(screen.queryByRole('button', { name: 'Details: what is stored' })).toBeNull();
	});
});

describe('a store that cannot be shown', () => {
	it.each([
		['unknown-version', 'This store was written by another version of Stube'],
		['unreadable', 'The store cannot be opened'],
		['quota', 'There is no room left on this device'],
		['failed', 'Something went wrong'],
	] as const)('is a sentence (%s)', (problem, sentence) => {
		show({ problem, inbox: null });
		expect(screen.getByText(sentence)).toBeTruthy();
	});
});

describe('what arrives', () => {
	const listOf = (...rows: ChatRow[]) => inboxOf(rows);
	const said = () => document.querySelector('[data-part=arrivals]')?.textContent;

	it('is said to those who hear the page, once it was there before', async () => {
		const ann = makeRow({ title: 'Ann', unread: 0 });
		const calls = show({ inbox: listOf(ann) });
		expect(said()).toBe('');
		calls.again({
			inbox: listOf(makeRow({ title: 'Ann', unread: 1 }, {}, { text: 'are you there?' })),
		});
		await waitFor(() => expect(said()).toBe('New from Ann, WhatsApp: are you there?'));
	});
});

describe('discreet mode', () => {
	it('is one key, and a command', async () => {
		const onPrefer = vi.fn();
		show({ onPrefer });
		fireEvent.keyDown(document.body, { key: 'd' });
		expect(onPrefer).toHaveBeenCalledWith({ isDiscreet: true });
	});
});
