import { i18n } from '#i18n';

/** Why a change of the ways to unlock was not made. */
export type VaultFailure =
	| 'locked'
	| 'needs-passphrase'
	| 'last-method'
	| 'unknown-method'
	| 'mistyped'
	| 'box-not-empty'
	| 'cancelled'
	| 'failed';

const failures = {
	locked: 'vault.failedLocked',
	'needs-passphrase': 'vault.failedNeedsPassphrase',
	'last-method': 'vault.failedLastMethod',
	'unknown-method': 'vault.failed',
	mistyped: 'vault.failed',
	'box-not-empty': 'vault.failedBox',
	cancelled: 'vault.failedCancelled',
	failed: 'vault.failed',
} as const;

export const vaultFailureText = (failure: VaultFailure): string => i18n.t(failures[failure]);
