import { i18n } from '#i18n';

/** Why it was locked last. */
export type LockReasonCode = 'asked' | 'unused' | 'idle' | 'screen' | 'windows' | 'restart';

/** Why an attempt did not unlock. */
export type UnlockFailure = 'wrong' | 'too-soon' | 'mistyped' | 'not-set' | 'damaged' | 'failed';

const reasons = {
	asked: 'lock.asked',
	unused: 'lock.unused',
	idle: 'lock.idle',
	screen: 'lock.screen',
	windows: 'lock.windows',
	restart: 'lock.restart',
} as const;

export const lockReasonText = (reason: LockReasonCode): string => i18n.t(reasons[reason]);

const failures = {
	wrong: 'lock.wrong',
	mistyped: 'lock.mistyped',
	'not-set': 'lock.notSet',
	damaged: 'lock.damaged',
	failed: 'lock.failed',
} as const;

export const unlockFailureText = (failure: Exclude<UnlockFailure, 'too-soon'>): string =>
	i18n.t(failures[failure]);
