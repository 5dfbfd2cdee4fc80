import { loadSignedOut, watchSignedOut } from '@/lib/unsealed/signed-out';
import { useFollowed } from './use-followed';

const none: ReadonlySet<string> = new Set();

/** The keys of accounts that are known to be signed out, live. */
export function useSignedOut(): ReadonlySet<string> {
	return useFollowed(watchSignedOut, loadSignedOut, []).value ?? none;
}
