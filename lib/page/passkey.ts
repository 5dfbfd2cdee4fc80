import type { NewPasskey } from '@/lib/store/change-methods';
import type { Method } from '@/lib/store/methods';
import type { PasskeyAnswer } from '@/lib/store/unlock';
import { fromBase64url, toBase64url } from '@/lib/vault/base64url';
import { type Bytes, randomBytes } from '@/lib/vault/bytes';

/** Of WebAuthn level 3, not yet in TypeScript's types as of 2026-11. */
interface PrfResults {
	prf?: { enabled?: boolean; results?: { first?: BufferSource } };
}

/** ES256 and RS256: what authenticators offer. The signature itself is of no use here. */
const algorithms = [-7, -257];
const timeoutMs = 120_000;

/**
 * Whether this browser makes passkeys for an extension's own pages, with the function of them
 * that a key can be made of. Firefox does so for addresses of the web alone (2026-11).
 */
export async function canUsePasskeys(): Promise<boolean> {
	if (import.meta.env.FIREFOX || typeof PublicKeyCredential === 'undefined') return false;
	const capabilities = await PublicKeyCredential.getClientCapabilities?.();
	return capabilities?.['extension:prf'] !== false;
}

/**
 * Has an authenticator make a passkey that only this extension can ask. `null` if the person
 * thought better of it, or if the authenticator lacks what is needed. In the full tab or the
 * panel: the browser's question closes a popup.
 */
export async function createPasskey(): Promise<NewPasskey | null> {
	const prfInput = toBase64url(randomBytes(32));
	const made = await asked(() =>
		navigator.credentials.create({
			publicKey: {
				// Without an id it is the extension's own: no page of a messenger can ask for it.
				rp: { name: 'Stube' },
				user: { id: randomBytes(16), name: 'Stube', displayName: 'Stube' },
				challenge: randomBytes(32),
				pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
				authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
				timeout: timeoutMs,
				extensions: prfExtension(fromBase64url(prfInput)),
			},
		}),
	);
	if (!made) return null;
	const credentialId = toBase64url(new Uint8Array(made.rawId));
	if (resultsOf(made).prf?.enabled === false) return null;
	// Some authenticators answer only when they are asked again.
	const prfOutput = outputOf(made) ?? (await ask([{ credentialId, prfInput }]))?.prfOutput;
	return prfOutput ? { credentialId, prfInput, prfOutput } : null;
}

/** Has one of these passkeys answer; `null` if the person thought better of it. */
export async function askPasskey(methods: readonly Method[]): Promise<PasskeyAnswer | null> {
	const passkeys = methods.flatMap(({ id, passkey }) => (passkey ? [{ ...passkey, id }] : []));
	const answer = await ask(passkeys);
	const asked = passkeys.find(({ credentialId }) => credentialId === answer?.credentialId);
	return answer && asked ? { id: asked.id, prfOutput: answer.prfOutput } : null;
}

async function ask(
	passkeys: readonly { credentialId: string; prfInput: string }[],
): Promise<{ credentialId: string; prfOutput: Bytes } | null> {
	if (passkeys.length === 0) return null;
	const inputs = passkeys.map(({ credentialId, prfInput }) => [
		credentialId,
		{ first: fromBase64url(prfInput) },
	]);
	const credential = await asked(() =>
		navigator.credentials.get({
			publicKey: {
				challenge: randomBytes(32),
				allowCredentials: passkeys.map(({ credentialId }) => ({
					type: 'public-key',
					id: fromBase64url(credentialId),
				})),
				userVerification: 'required',
				timeout: timeoutMs,
				extensions: {
					prf: { evalByCredential: Object.fromEntries(inputs) },
				} as AuthenticationExtensionsClientInputs,
			},
		}),
	);
	const prfOutput = credential && outputOf(credential);
	return credential && prfOutput
		? { credentialId: toBase64url(new Uint8Array(credential.rawId)), prfOutput }
		: null;
}

function prfExtension(first: Bytes): AuthenticationExtensionsClientInputs {
	return { prf: { eval: { first } } } as AuthenticationExtensionsClientInputs;
}

/** `null` where the person said no, or nobody answered in time. */
async function asked(
	question: () => Promise<Credential | null>,
): Promise<PublicKeyCredential | null> {
	try {
		const credential = await question();
		return credential instanceof PublicKeyCredential ? credential : null;
	} catch (error) {
		if (error instanceof DOMException && declined.has(error.name)) return null;
		throw error;
	}
}

const declined = new Set([
	'NotAllowedError',
	'AbortError',
	'InvalidStateError',
	'NotSupportedError',
]);

function resultsOf(credential: PublicKeyCredential): PrfResults {
	return credential.getClientExtensionResults() as PrfResults;
}

function outputOf(credential: PublicKeyCredential): Bytes | null {
	const first = resultsOf(credential).prf?.results?.first;
	if (!first) return null;
	const bytes = ArrayBuffer.isView(first)
		? new Uint8Array(first.buffer as ArrayBuffer, first.byteOffset, first.byteLength)
		: new Uint8Array(first);
	return bytes.length >= 32 ? bytes.slice(0, 32) : null;
}
