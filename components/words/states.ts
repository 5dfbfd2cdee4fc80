import { i18n } from '#i18n';
import type { NetworkState, NetworkStatus } from '@/lib/model';
import { stampText } from './days';
import { doubtWords } from './doubts';
import { networkName } from './networks';

/** The one thing a user can do about a state. */
export type StateVerb = 'turnOn' | 'open' | 'wake' | 'signIn' | 'enterPin' | 'show' | 'report';

/** What each state wants of the user; `null` where it wants nothing or only time. */
const verbs: Record<NetworkState, StateVerb | null> = {
	off: 'turnOn',
	'no-tab': 'open',
	asleep: 'wake',
	'signed-out': 'signIn',
	'history-locked': 'enterPin',
	covered: 'show',
	loading: null,
	reading: null,
	hidden: null,
	degraded: 'report',
	'layout-changed': 'report',
	dormant: 'open',
	'unknown-page': 'open',
};

const sentences = {
	off: 'state.off',
	'no-tab': 'state.noTab',
	asleep: 'state.asleep',
	'signed-out': 'state.signedOut',
	'history-locked': 'state.historyLocked',
	covered: 'state.covered',
	loading: 'state.loading',
	reading: 'state.reading',
	hidden: 'state.hidden',
	degraded: 'state.degraded',
	'layout-changed': 'state.layoutChanged',
	dormant: 'state.dormant',
	'unknown-page': 'state.unknownPage',
} as const satisfies Record<NetworkState, string>;

const shortNames = {
	off: 'settings.stateOff',
	'no-tab': 'settings.stateNoTab',
	asleep: 'settings.stateAsleep',
	'signed-out': 'settings.stateSignedOut',
	'history-locked': 'settings.stateHistoryLocked',
	covered: 'settings.stateCovered',
	loading: 'settings.stateLoading',
	reading: 'settings.stateReading',
	hidden: 'settings.stateHidden',
	degraded: 'settings.stateDegraded',
	'layout-changed': 'settings.stateLayoutChanged',
	dormant: 'settings.stateDormant',
	'unknown-page': 'settings.stateUnknownPage',
} as const satisfies Record<NetworkState, string>;

export const verbOf = (state: NetworkState): StateVerb | null => verbs[state];

/** Whether a network wants a line above the list; one that is read in the background does not. */
export const needsLine = (state: NetworkState): boolean =>
	state !== 'reading' && state !== 'hidden';

/** "WhatsApp has been asleep since 14:02". */
export function stateSentence(status: NetworkStatus, now: number): string {
	const { network, state, since } = status;
	const name = networkName(network);
	const doubts = state === 'degraded' ? doubtWords(status.problems) : null;
	if (doubts !== null) return i18n.t('state.degradedIn', { name, doubts });
	return state === 'asleep' && since !== null
		? i18n.t('state.asleepSince', [name, stampText(since, now)])
		: i18n.t(sentences[state], [name]);
}

/** "as of 14:02", where reading stands still and what is shown may be old. */
export function stateAge({ state, since }: NetworkStatus, now: number): string | null {
	const isStill = state !== 'off' && state !== 'loading' && state !== 'asleep';
	return isStill && since !== null ? i18n.t('state.since', [stampText(since, now)]) : null;
}

/** "tab asleep", for a table. */
export const stateName = (state: NetworkState): string => i18n.t(shortNames[state]);
