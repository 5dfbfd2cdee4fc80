// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ChatListRow } from '@/components/ChatListRow';
import { TimerDialog } from '@/components/chat-actions/TimerDialog';
import type { RowActions } from '@/components/row-actions';
import { TimerDeskContext } from '@/components/timer-desk';
import type { TimerChoice } from '@/lib/inbox/choose-timer';
import { weekMs } from '@/lib/model';
import { speak } from './catalogue';
import { makeRow, now } from './rows';

beforeEach(() => speak('en', 'en_GB'));
afterEach(cleanup);

it('a long press on a row opens its menu where it was pressed, and not the chat', () => {
	const actions: RowActions = {
		selected: null,
		steer: { current: null },
		onMenu: vi.fn(),
		onToggle: vi.fn(),
		onSwipe: vi.fn(),
	};
	const onOpen = vi.fn();
	const row = makeRow({ title: 'Ann' });
	render(<ChatListRow row={row} now={now} isOpen={false} actions={actions} onOpen={onOpen} />);
	// As browsers tell of a finger that rests.
	const press = { pointerType: 'touch', clientX: 40, clientY: 90 };
	fireEvent.contextMenu(screen.getByRole('button', { name: /^Ann/u }), press);
	expect(actions.onMenu).toHaveBeenCalledWith('key-Ann', { x: 40, y: 90 });
	expect(onOpen).not.toHaveBeenCalled();
});

it('a shorter timer for several chats asks with the number of what goes in all of them', async () => {
	const going: Record<string, number> = { 'key-Ann': 3, 'key-Ben': 4 };
	const desk = {
		settings: { defaultTimer: 4 * weekMs },
		choose: () => undefined,
		countGoing: async (choice: TimerChoice) =>
			choice.scope === 'chat' ? (going[choice.chatKey] ?? 0) : 0,
	};
	const onSet = vi.fn();
	render(
		<TimerDeskContext.Provider value={desk}>
			<TimerDialog
				rows={[makeRow({ title: 'Ann' }), makeRow({ title: 'Ben' })]}
				defaultTimer={4 * weekMs}
				now={now}
				onSet={onSet}
				onClose={() => undefined}
			/>
		</TimerDeskContext.Provider>,
	);
	expect(screen.getByRole('dialog', { name: 'Timer for 2 chats' })).toBeTruthy();
	fireEvent.click(screen.getByRole('radio', { name: '1 week' }));
	fireEvent.click(await screen.findByRole('button', { name: 'Set timer and delete' }));
	expect(screen.getByRole('status').textContent).toBe(
		'7 messages stored here are older and go at once.',
	);
	expect(onSet).toHaveBeenCalledWith(weekMs);
});
