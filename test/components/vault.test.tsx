// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConfirmOwner, type ConfirmOwnerProps } from '@/components/lock/ConfirmOwner';
import { VaultSettings, type VaultSettingsProps } from '@/components/lock/VaultSettings';
import { WelcomeLock, type WelcomeLockProps } from '@/components/WelcomeLock';
import { speak } from './catalogue';
import { now } from './rows';

beforeEach(() => speak('en', 'en_GB'));
afterEach(cleanup);

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) =>
	fireEvent.input(screen.getByLabelText(label), { target: { value } });
const isThere = (name: string) => screen.queryByRole('button', { name }) !== null;

const quiet: Omit<ConfirmOwnerProps, 'onTyped' | 'onCancel'> = {
	asks: 'passphrase',
	hasPasskey: false,
	isTrying: false,
	failure: null,
	nextTryAt: null,
	onPasskey: () => undefined,
};

/** The settings of a vault that opens with one passphrase, "right", in the hands of anybody. */
function showSettings(given: Partial<VaultSettingsProps> = {}) {
	const calls = {
		onSetPassphrase: vi.fn(),
		onRemoveMethod: vi.fn(),
		onAddPasskey: vi.fn(),
		onNewCode: vi.fn(),
		onReturnToDevice: vi.fn(),
	};
	function Frame() {
		const [asked, setAsked] = useState<{ then: () => void; isRefused: boolean } | null>(null);
		return (
			<VaultSettings
				mode="methods"
				methods={[{ id: 'one', kind: 'passphrase', addedOn: now, lastUsedOn: null }]}
				triggers={{
					unusedMinutes: null,
					idleMinutes: null,
					onScreenLock: false,
					onWindowsClosed: false,
				}}
				knowsScreenLock
				passkey="here"
				collectsWhileLocked
				isBusy={false}
				failure={null}
				confirm={
					asked && {
						...quiet,
						failure: asked.isRefused ? 'wrong' : null,
						onTyped: (typed) => {
							if (typed !== 'right') return setAsked({ ...asked, isRefused: true });
							setAsked(null);
							asked.then();
						},
						onCancel: () => setAsked(null),
					}
				}
				onConfirm={(then) => setAsked({ then, isRefused: false })}
				newCode={null}
				weigh={() => null}
				isNewCode={() => false}
				onKeepCode={() => undefined}
				onDropCode={() => undefined}
				onPrint={() => undefined}
				onTriggers={() => undefined}
				onCollectWhileLocked={() => undefined}
				{...calls}
				{...given}
			/>
		);
	}
	render(<Frame />);
	return { ...calls, ...given };
}

const answer = (typed: string) => {
	type('Current passphrase', typed);
	press('Go on');
};

describe('who changes how it opens', () => {
	const ways = [
		['a new recovery code', ['Make a recovery code'], 'onNewCode'],
		['a passkey', ['Add a passkey'], 'onAddPasskey'],
		['removing one', ['Remove: Passphrase', 'Really remove'], 'onRemoveMethod'],
		['giving up the lock', ['Do without a lock', 'Give up the lock'], 'onReturnToDevice'],
	] as const;

	it.each(ways)('types the current passphrase first: %s', (_, buttons, done) => {
		const calls = showSettings();
		for (const name of buttons) press(name);
		expect(calls[done]).not.toHaveBeenCalled();
		answer('guessed');
		expect(calls[done]).not.toHaveBeenCalled();
		expect(screen.getByText('That was not it.')).toBeTruthy();
		answer('right');
		expect(calls[done]).toHaveBeenCalledOnce();
		expect(screen.queryByLabelText('Current passphrase')).toBeNull();
	});

	it('sees no field for a new passphrase before', () => {
		const { onSetPassphrase } = showSettings();
		press('Change');
		expect(screen.queryByLabelText('New passphrase')).toBeNull();
		answer('right');
		type('New passphrase', 'four odd words here');
		type('The same once more', 'four odd words here');
		press('Set passphrase');
		expect(onSetPassphrase).toHaveBeenCalledWith('four odd words here');
	});

	it('changes nothing by going back, and one thing at a time', () => {
		const calls = showSettings();
		press('Make a recovery code');
		expect(screen.getByRole('button', { name: 'Add a passkey' })).toHaveProperty('disabled', true);
		press('Cancel');
		expect(screen.queryByLabelText('Current passphrase')).toBeNull();
		expect(calls.onNewCode).not.toHaveBeenCalled();
	});

	it('is led to a tab for a passkey where the browser’s question would close the frame', () => {
		const { onAddPasskey } = showSettings({ passkey: 'elsewhere' });
		press('Add a passkey, in a tab');
		expect(onAddPasskey).toHaveBeenCalledOnce();
		expect(screen.queryByLabelText('Current passphrase')).toBeNull();
	});

	it('may answer with a passkey, and waits after too many tries', () => {
		const onPasskey = vi.fn();
		const onTyped = vi.fn();
		const props = { ...quiet, hasPasskey: true, onPasskey, onTyped, onCancel: () => undefined };
		const { rerender } = render(<ConfirmOwner {...props} />);
		press('By passkey');
		expect(onPasskey).toHaveBeenCalledOnce();
		rerender(<ConfirmOwner {...props} failure="too-soon" nextTryAt={Date.now() + 30_000} />);
		type('Current passphrase', 'right');
		fireEvent.submit(screen.getByLabelText('Current passphrase'));
		expect(onTyped).not.toHaveBeenCalled();
		expect(screen.getByText(/The next one in \d+ seconds/u)).toBeTruthy();
	});

	it('types the recovery code where there is no passphrase', () => {
		const onTyped = vi.fn();
		render(
			<ConfirmOwner {...quiet} asks="recovery" onTyped={onTyped} onCancel={() => undefined} />,
		);
		type('Recovery code', 'ABCD-EFGH');
		press('Go on');
		expect(onTyped).toHaveBeenCalledWith('ABCD-EFGH');
	});
});

describe('the lock on the first page', () => {
	const showLock = (given: Partial<WelcomeLockProps> = {}) => {
		const onSetPassphrase = vi.fn();
		const props = {
			mode: 'device',
			isBusy: false,
			failure: null,
			weigh: () => null,
			onSetPassphrase,
		} as const;
		const { rerender } = render(<WelcomeLock {...props} {...given} />);
		return {
			onSetPassphrase,
			again: (changed: Partial<WelcomeLockProps>) =>
				rerender(<WelcomeLock {...props} {...changed} />),
		};
	};

	it('is set with a passphrase typed twice', () => {
		const { onSetPassphrase, again } = showLock();
		press('Set a passphrase');
		type('New passphrase', 'four odd words here');
		type('The same once more', 'four odd birds here');
		press('Set passphrase');
		expect(onSetPassphrase).not.toHaveBeenCalled();
		type('The same once more', 'four odd words here');
		press('Set passphrase');
		expect(onSetPassphrase).toHaveBeenCalledWith('four odd words here');
		again({ isBusy: true });
		expect(screen.getByRole('status').textContent).toContain('sealed anew');
		again({ mode: 'methods' });
		expect(screen.getByRole('status').textContent).toContain('It is set.');
		expect(isThere('Set a passphrase')).toBe(false);
	});

	it('is skipped with a word on it, and can be set all the same', () => {
		const { onSetPassphrase } = showLock();
		press('Not now');
		expect(screen.getByRole('status').textContent).toContain('nothing has to be typed');
		expect(isThere('Not now')).toBe(false);
		expect(onSetPassphrase).not.toHaveBeenCalled();
		press('Set a passphrase');
		press('Cancel');
		expect(isThere('Not now')).toBe(true);
	});

	it('says so where it did not work', () => {
		const { again } = showLock();
		press('Set a passphrase');
		type('New passphrase', 'word');
		type('The same once more', 'word');
		press('Set passphrase');
		again({ failure: 'failed' });
		expect(screen.getByRole('status').textContent).toContain('Nothing was changed');
		expect(isThere('Set a passphrase')).toBe(true);
	});
});
