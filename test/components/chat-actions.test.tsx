// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChatList } from '@/components/ChatList';
import { useRowActions } from '@/components/chat-actions/use-row-actions';
import { SelectionBar } from '@/components/SelectionBar';
import { Shortcuts } from '@/components/shortcuts/Shortcuts';
import { withFlags } from '@/lib/inbox/own-flags';
import { type ChatRow, weekMs } from '@/lib/model';
import { speak } from './catalogue';
import { makeRow, now } from './rows';

beforeEach(() => speak('en', 'en_GB'));
afterEach(cleanup);

function show(first: ChatRow[], { hasSingleKeys = true, isAllowed = false } = {}) {
	const calls = {
		onFlag: vi.fn(),
		onDelete: vi.fn(),
		onSetTimer: vi.fn(),
		onOpenNetwork: vi.fn(),
		onOpen: vi.fn(),
		onFind: vi.fn(),
		onAllow: vi.fn(),
	};
	let current = first;
	function Frame() {
		const [rows, setRows] = useState(first);
		current = rows;
		const { actions, select, act, openMenu, overlays } = useRowActions({
			...calls,
			rows,
			defaultTimer: 4 * weekMs,
			now,
			notices: { isAllowed, notifies: [], onAllow: calls.onAllow },
			openChatKey: null,
			onClose: () => undefined,
			onFind: calls.onFind,
			onFlag: (patches) => {
				calls.onFlag(patches);
				const byKey = new Map(patches.map(({ chatKey, patch }) => [chatKey, patch]));
				setRows((last) =>
					last.map((row) => ({ ...row, chat: withFlags(row.chat, byKey.get(row.chat.key) ?? {}) })),
				);
			},
		});
		const chosen = rows.filter(({ chat }) => actions.selected?.has(chat.key));
		return (
			<div class="app">
				{actions.selected && (
					<SelectionBar
						rows={chosen}
						all={rows.length}
						now={now}
						onAct={(id) =>
							act(
								id,
								chosen.map(({ chat }) => chat.key),
							)
						}
						onMenu={(point) =>
							openMenu(
								chosen.map(({ chat }) => chat.key),
								point,
							)
						}
						onAll={() => select(new Set(rows.map(({ chat }) => chat.key)))}
						onEnd={() => select(null)}
					/>
				)}
				<ChatList
					rows={rows}
					now={now}
					openChatKey={null}
					onOpen={calls.onOpen}
					actions={actions}
				/>
				{overlays}
			</div>
		);
	}
	render(
		<Shortcuts hasSingleKeys={hasSingleKeys}>
			<Frame />
		</Shortcuts>,
	);
	return { ...calls, own: () => current.map(({ chat }) => chat.own ?? null) };
}

const row = (name: RegExp) => screen.getByRole('button', { name });
const item = (name: string | RegExp) => screen.getByRole('menuitem', { name });

describe('a row under a finger', () => {
	const move = (by: { x: number; y: number }, pointerType = 'touch') => {
		const ann = row(/^Ann, WhatsApp/u);
		// Nothing of it is drawn here that could hold a finger.
		ann.setPointerCapture = () => undefined;
		const at = (x: number, y: number) => ({ pointerType, pointerId: 1, clientX: x, clientY: y });
		fireEvent.pointerDown(ann, at(200, 90));
		fireEvent.pointerMove(ann, at(200 + by.x / 2, 90 + by.y / 2));
		fireEvent.pointerMove(ann, at(200 + by.x, 90 + by.y));
		fireEvent.pointerUp(ann, at(200 + by.x, 90 + by.y));
		fireEvent.click(ann);
	};

	it('is archived by a swipe to its end, with undo, and opens no chat', async () => {
		const { own, onOpen } = show([makeRow({ title: 'Ann' }), makeRow({ title: 'Ben' })]);
		move({ x: 120, y: 4 });
		expect(own()[0]).toMatchObject({ archived: true });
		expect(onOpen).not.toHaveBeenCalled();
		await userEvent.setup().click(screen.getByRole('button', { name: 'Undo' }));
		expect(own()[0]?.archived).toBeFalsy();
	});

	it('asks until when it is snoozed by a swipe the other way', () => {
		show([makeRow({ title: 'Ann' })]);
		move({ x: -120, y: 4 });
		expect(screen.getByRole('dialog', { name: 'Snooze until' })).toBeTruthy();
	});

	it.each([
		['a short way', { x: 60, y: 0 }, 'touch'],
		['up or down', { x: 90, y: 140 }, 'touch'],
		['by a mouse', { x: 120, y: 0 }, 'mouse'],
	] as const)('stays as it is when it is moved %s', (_, by, pointerType) => {
		const { onFlag } = show([makeRow({ title: 'Ann' })]);
		move(by, pointerType);
		expect(onFlag).not.toHaveBeenCalled();
		expect(screen.queryByRole('dialog')).toBeNull();
	});
});

describe('the menu of a row', () => {
	it('opens by its button, goes by arrows, and Escape gives the focus back', async () => {
		const user = userEvent.setup();
		show([makeRow({ title: 'Ann' })]);
		const more = screen.getByRole('button', { name: 'Actions: Ann' });
		await user.click(more);
		expect(document.activeElement).toBe(item('Pin'));
		await user.keyboard('{ArrowDown}');
		expect(document.activeElement).toBe(item('Archive'));
		await user.keyboard('{End}');
		expect(document.activeElement).toBe(item('Delete…'));
		await user.keyboard('{Escape}');
		expect(screen.queryByRole('menu')).toBeNull();
		expect(document.activeElement).toBe(more);
	});

	it('tells the keys beside what they do, unless single keys are turned off', async () => {
		const user = userEvent.setup();
		show([makeRow({ title: 'Ann' })]);
		await user.click(screen.getByRole('button', { name: 'Actions: Ann' }));
		expect(item('Pin').textContent).toBe('Pinp');
		cleanup();
		show([makeRow({ title: 'Ann' })], { hasSingleKeys: false });
		await user.click(screen.getByRole('button', { name: 'Actions: Ann' }));
		expect(item('Pin').textContent).toBe('Pin');
	});

	it('chooses notifications for one chat, and asks the browser for them where need be', async () => {
		const user = userEvent.setup();
		const { own, onAllow } = show([makeRow({ title: 'Ann', muted: true })]);
		await user.click(screen.getByRole('button', { name: 'Actions: Ann' }));
		await user.click(item('Notify me'));
		expect(onAllow).toHaveBeenCalledOnce();
		expect(own()).toEqual([{ notifies: true, muted: false }]);
		await user.click(screen.getByRole('button', { name: 'Undo' }));
		expect(own()).toEqual([null]);
	});

	it('stops notifications of one chat', async () => {
		const user = userEvent.setup();
		const { own } = show([makeRow({ title: 'Ann', own: { notifies: true } })], { isAllowed: true });
		await user.click(screen.getByRole('button', { name: 'Actions: Ann' }));
		await user.click(item('Do not notify me'));
		expect(own()).toEqual([{ notifies: false }]);
	});

	it('opens by a right click or the key for menus', async () => {
		const user = userEvent.setup();
		const { onOpen } = show([makeRow({ title: 'Ann' })]);
		await user.pointer({ keys: '[MouseRight]', target: row(/^Ann, WhatsApp/u) });
		expect(screen.getByRole('menu', { name: 'More actions' })).toBeTruthy();
		expect(onOpen).not.toHaveBeenCalled();
	});

	it('does what it says, says so, and takes it back', async () => {
		const user = userEvent.setup();
		const { own } = show([makeRow({ title: 'Ann', pinned: true })]);
		await user.click(screen.getByRole('button', { name: 'Actions: Ann' }));
		await user.click(item('Unpin'));
		expect(own()).toEqual([{ pinned: false }]);
		expect(screen.getByText('Unpinned')).toBeTruthy();
		await user.click(screen.getByRole('button', { name: 'Undo' }));
		expect(own()).toEqual([null]);
		expect(screen.queryByText('Unpinned')).toBeNull();
	});

	it('opens the messenger, and sets the timer of a chat that is not open', async () => {
		const user = userEvent.setup();
		const { onOpenNetwork, onSetTimer } = show([makeRow({ title: 'Ann' })]);
		await user.click(screen.getByRole('button', { name: 'Actions: Ann' }));
		await user.click(item('Open WhatsApp'));
		expect(onOpenNetwork).toHaveBeenCalledWith('whatsapp', null);
		row(/^Ann, WhatsApp/u).focus();
		await user.keyboard('t');
		await user.click(screen.getByRole('radio', { name: '1 week' }));
		await user.click(screen.getByRole('button', { name: 'Set timer' }));
		expect(onSetTimer).toHaveBeenCalledWith('key-Ann', weekMs);
	});

	it('asks before it deletes, and leaves all as it is on Escape', async () => {
		const user = userEvent.setup();
		const { onDelete } = show([makeRow({ title: 'Ann' })]);
		const remove = async () => {
			await user.click(screen.getByRole('button', { name: 'Actions: Ann' }));
			await user.click(item('Delete…'));
		};
		await remove();
		await user.keyboard('{Escape}');
		expect(onDelete).not.toHaveBeenCalled();
		await remove();
		const dialog = screen.getByRole('dialog', { name: 'Delete “Ann” here?' });
		await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
		expect(onDelete).toHaveBeenCalledWith(['key-Ann']);
		expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
	});

	it('snoozes until a time, until somebody writes, or until a time of one’s own', async () => {
		const user = userEvent.setup();
		const { own } = show([makeRow({ title: 'Ann' })]);
		const snooze = async (choice: RegExp) => {
			row(/^Ann, WhatsApp/u).focus();
			await user.keyboard('s');
			await user.click(screen.getByRole('button', { name: choice }));
		};
		await snooze(/^Tomorrow/u);
		const tomorrow = new Date(2026, 10, 24, 8).getTime();
		expect(own()).toEqual([{ snooze: { untilAt: tomorrow } }]);
		// What is snoozed is taken back by the same key.
		row(/snoozed/u).focus();
		await user.keyboard('s');
		expect(own()).toEqual([null]);
		await snooze(/^Until somebody writes/u);
		expect(own()).toEqual([{ snooze: { untilAt: null } }]);
	});

	it('sets labels, new ones by typing', async () => {
		const user = userEvent.setup();
		const { own } = show([
			makeRow({ title: 'Ann', own: { labels: ['work'] } }),
			makeRow({ title: 'Ben', own: { labels: ['home'] } }),
		]);
		await user.click(screen.getByRole('button', { name: 'Actions: Ann' }));
		await user.click(item('Labels…'));
		expect(screen.getAllByRole('checkbox').map((box) => box.matches(':checked'))).toEqual([
			false,
			true,
		]);
		await user.click(screen.getByRole('checkbox', { name: 'work' }));
		await user.click(screen.getByRole('checkbox', { name: 'home' }));
		await user.type(screen.getByRole('textbox', { name: 'New label' }), 'garden');
		await user.click(screen.getByRole('button', { name: 'Set labels' }));
		expect(own()[0]).toEqual({ labels: ['home', 'garden'] });
	});
});

describe('keys', () => {
	it('go through the list and act on the row with the focus', async () => {
		const user = userEvent.setup();
		const { own, onOpen } = show([
			makeRow({ title: 'Ann', unread: 2 }),
			makeRow({ title: 'Ben' }),
			makeRow({ title: 'Cleo' }),
		]);
		row(/^Ann, WhatsApp/u).focus();
		await user.keyboard('j{ArrowDown}k');
		expect(document.activeElement).toBe(row(/^Ben, WhatsApp/u));
		await user.keyboard('p');
		expect(own()).toEqual([null, { pinned: true }, null]);
		await user.keyboard('ku');
		expect(own()[0]).toEqual({ read: true });
		expect(row(/^Ann, WhatsApp, see you at 6.*read here only/u)).toBeTruthy();
		await user.keyboard('{Enter}');
		expect(onOpen).toHaveBeenCalledWith('key-Ann');
	});

	it('leave one row in the order of tabs', () => {
		show([makeRow({ title: 'Ann' }), makeRow({ title: 'Ben' })]);
		const rows = screen.getAllByRole('button', { name: /, WhatsApp/u });
		expect(rows.map(({ tabIndex }) => tabIndex)).toEqual([0, -1]);
	});
});

describe('several chats', () => {
	it('are chosen and acted on together, and undone together', async () => {
		const user = userEvent.setup();
		const { own, onOpen } = show([
			makeRow({ title: 'Ann' }),
			makeRow({ title: 'Ben', archived: true }),
			makeRow({ title: 'Cleo' }),
		]);
		row(/^Ann, WhatsApp/u).focus();
		await user.keyboard('x');
		await user.click(row(/^Cleo, WhatsApp/u));
		expect(onOpen).not.toHaveBeenCalled();
		expect(screen.getByText('2 selected')).toBeTruthy();
		expect(screen.getAllByRole('button', { pressed: true })).toHaveLength(2);
		await user.click(screen.getByRole('button', { name: 'Archive' }));
		expect(own()).toEqual([{ archived: true }, null, { archived: true }]);
		expect(screen.getByText('2 chats archived')).toBeTruthy();
		expect(screen.queryByRole('toolbar')).toBeNull();
		await user.click(screen.getByRole('button', { name: 'Undo' }));
		expect(own()).toEqual([null, null, null]);
	});

	it('are all chosen at once, and none after Escape', async () => {
		const user = userEvent.setup();
		show([makeRow({ title: 'Ann' }), makeRow({ title: 'Ben' })]);
		row(/^Ann, WhatsApp/u).focus();
		await user.keyboard('x');
		await user.click(screen.getByRole('button', { name: 'All' }));
		expect(screen.getByText('2 selected')).toBeTruthy();
		await user.keyboard('{Escape}');
		expect(screen.queryByRole('toolbar')).toBeNull();
	});
});
