// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LockScreen, type LockScreenProps } from '@/components/lock/LockScreen';
import { LockTriggers } from '@/components/lock/LockTriggers';
import { speak } from './catalogue';

beforeEach(() => speak('en', 'en_GB'));
afterEach(cleanup);

function show(given: Partial<LockScreenProps> = {}) {
	const calls = {
		onPassphrase: vi.fn(),
		onPasskey: vi.fn(),
		onRecoveryCode: vi.fn(),
		onWipe: vi.fn(),
	};
	const props: LockScreenProps = {
		reason: 'asked',
		hasPassphrase: true,
		hasRecoveryCode: false,
		passkey: 'none',
		isTrying: false,
		failure: null,
		nextTryAt: null,
		waiting: null,
		...calls,
		...given,
	};
	const { rerender } = render(<LockScreen {...props} />);
	return {
		calls,
		change: (more: Partial<LockScreenProps>) => rerender(<LockScreen {...props} {...more} />),
	};
}

const field = (): HTMLInputElement => screen.getByLabelText('Passphrase');
const unlock = () => fireEvent.click(screen.getByRole('button', { name: /Unlock/u }));
const buttons = (): (string | null)[] =>
	screen.getAllByRole('button').map(({ textContent }) => textContent);

describe('the lock screen', () => {
	it('is one field with the focus on it, one button, and why it was locked', () => {
		const { calls } = show({ reason: 'idle' });
		expect(document.activeElement).toBe(field());
		expect(field().type).toBe('password');
		expect(buttons()).toEqual(expect.arrayContaining(['Unlock', 'Forgotten?']));
		expect(screen.getByText('Nobody was at the computer for a while.')).toBeTruthy();
		fireEvent.input(field(), { target: { value: 'seven geese' } });
		unlock();
		expect(calls.onPassphrase.mock.calls).toEqual([['seven geese']]);
	});

	it('sends nothing where nothing is typed, while it tries, or has to wait', () => {
		const { calls, change } = show();
		unlock();
		fireEvent.input(field(), { target: { value: 'seven geese' } });
		change({ isTrying: true });
		unlock();
		change({ failure: 'too-soon', nextTryAt: Date.now() + 30_000 });
		fireEvent.input(field(), { target: { value: 'seven geese' } });
		unlock();
		expect(calls.onPassphrase).not.toHaveBeenCalled();
		expect(screen.getByText(/The next one in \d+ seconds?\./u)).toBeTruthy();
	});

	it('is empty again after a wrong one, with the focus back', () => {
		const { change } = show();
		fireEvent.input(field(), { target: { value: 'wrong' } });
		change({ failure: 'wrong' });
		expect([field().value, document.activeElement === field()]).toEqual(['', true]);
		expect(screen.getByText('That was not it.')).toBeTruthy();
	});

	it('has a passkey first where there is one, and leads to a tab where its question would close the frame', () => {
		const { calls, change } = show({ passkey: 'here' });
		expect(buttons()[0]).toBe('Unlock with a passkey');
		fireEvent.click(screen.getByRole('button', { name: 'Unlock with a passkey' }));
		expect(calls.onPasskey).toHaveBeenCalledOnce();
		change({ passkey: 'elsewhere' });
		expect(buttons()[0]).toBe('Unlock with a passkey, in a tab');
	});

	it('says plainly when it is forgotten that nobody can help, and erases only by a word typed', () => {
		const { calls } = show();
		fireEvent.click(screen.getByRole('button', { name: 'Forgotten?' }));
		expect(screen.getByText(/nobody can help you to/u)).toBeTruthy();
		fireEvent.click(screen.getByRole('button', { name: 'Erase everything and begin anew' }));
		fireEvent.click(screen.getByRole('button', { name: 'Erase everything' }));
		expect(calls.onWipe).not.toHaveBeenCalled();
		fireEvent.input(screen.getByLabelText('Type “erase” to go on'), { target: { value: 'erase' } });
		fireEvent.click(screen.getByRole('button', { name: 'Erase everything' }));
		expect(calls.onWipe).toHaveBeenCalledOnce();
	});

	it('takes the recovery code where one was made', () => {
		const { calls } = show({ hasRecoveryCode: true });
		fireEvent.click(screen.getByRole('button', { name: 'Forgotten?' }));
		const code = screen.getByLabelText('Recovery code');
		fireEvent.input(code, { target: { value: 'ABCD-EFGH' } });
		unlock();
		expect(calls.onRecoveryCode.mock.calls).toEqual([['ABCD-EFGH']]);
	});

	it('tells of what waits how much it is, and when no more fits', () => {
		show({ waiting: { records: 3, bytes: 64e6, isFull: true } });
		expect(screen.getByText(/Meanwhile 3 records wait, sealed/u).textContent).toContain(
			'No more fits; collecting rests until you unlock.',
		);
	});
});

it('the screen’s own lock is a choice only where the browser tells of it', () => {
	const triggers = {
		unusedMinutes: 30,
		idleMinutes: 10,
		onScreenLock: true,
		onWindowsClosed: true,
	};
	const { rerender } = render(
		<LockTriggers triggers={triggers} knowsScreenLock onChange={() => undefined} />,
	);
	expect(screen.queryByText('When the screen is locked')).not.toBeNull();
	rerender(<LockTriggers triggers={triggers} knowsScreenLock={false} onChange={() => undefined} />);
	expect(screen.queryByText('When the screen is locked')).toBeNull();
});
