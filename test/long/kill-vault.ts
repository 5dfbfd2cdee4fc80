/** SIGKILL to a real browser while its vault's methods are changed, again and again on one profile. */
import type { Engine } from '../bench/store/engines.ts';
import { launchEngine } from '../bench/store/launch-engine.ts';
import { removeTemporaryFolder } from '../browser/clean-up.ts';
import { openVaultTrial, type VaultTrial } from '../browser/vault.ts';
import { seededRandom } from '../sites/random.ts';

/** What a run of kills came to. */
export interface VaultKillCounts {
	kills: number;
	/** Changes that were answered before the kill. */
	answered: number;
	/** Unanswered ones that were whole all the same, and those that had not begun to count. */
	done: number;
	undone: number;
}

/** What somebody can unlock with. */
interface Held {
	passphrase: string | null;
	code: string | null;
}

type Act = (vault: VaultTrial) => Promise<unknown>;

/** A change of methods takes some tens of milliseconds; a new vault key is waited for by messages. */
const longestMs = { change: 250, renewal: 1_400, renewalPerChat: 6 };

/** Rejects at the first vault that is not whole, or that anything but what was promised opens. */
export async function killVault(
	engine: Engine,
	{ kills, seed, chats = 25 }: { kills: number; seed: number; chats?: number },
): Promise<VaultKillCounts> {
	const random = seededRandom(seed);
	const expected = `${chats} ${chats * 200} 0`;
	const renewalMs = longestMs.renewal + chats * longestMs.renewalPerChat;
	const counts: VaultKillCounts = { kills: 0, answered: 0, done: 0, undone: 0 };
	let launched = await launchEngine(engine);
	const { profile } = launched;
	try {
		let { vault } = await openVaultTrial(launched);
		await vault.beCheap();
		await vault.fill(chats);
		let held: Held = { passphrase: null, code: null };
		while (counts.kills < kills) {
			const { after, act, isRenewal } = await nextChange(vault, held, counts.kills, random);
			let isAnswered = false;
			act(vault).then(
				() => {
					isAnswered = true;
				},
				// The kill ends what was asked.
				() => undefined,
			);
			const waitMs = random() * (isRenewal ? renewalMs : longestMs.change);
			await new Promise((resolve) => setTimeout(resolve, waitMs));
			await launched.kill();
			counts.kills += 1;

			launched = await launchEngine(engine, { profile });
			({ vault } = await openVaultTrial(launched));
			await vault.beCheap();
			const opens = await whatOpens(vault, [held, after], expected);
			const isAfter = isSame(opens, after);
			if (isAnswered && !isAfter) throw new Error('an answered change is not there');
			if (!isAfter && !isSame(opens, held)) {
				throw new Error(
					`neither as before nor as after: ${JSON.stringify({ held, after, opens })}`,
				);
			}
			if (isAnswered) counts.answered += 1;
			else if (isAfter) counts.done += 1;
			else counts.undone += 1;
			if (isAfter) held = after;
			if (held.passphrase) await vault.passphrase(held.passphrase);
		}
	} finally {
		await launched.close();
		removeTemporaryFolder(profile);
	}
	return counts;
}

async function nextChange(
	vault: VaultTrial,
	held: Held,
	nth: number,
	random: () => number,
): Promise<{ after: Held; act: Act; isRenewal: boolean }> {
	const passphrase = `passphrase number ${nth}`;
	if (!held.passphrase) {
		const act: Act = (one) => one.setPassphrase(passphrase);
		return { after: { passphrase, code: null }, act, isRenewal: true };
	}
	const choice = random();
	if (choice < 0.35) {
		const act: Act = (one) => one.setPassphrase(passphrase);
		return { after: { ...held, passphrase }, act, isRenewal: false };
	}
	if (choice < 0.6) {
		const code = await vault.newCode();
		return { after: { ...held, code }, act: (one) => one.addCode(code), isRenewal: false };
	}
	const { methods } = await vault.state();
	const recovery = methods.find(({ kind }) => kind === 'recovery');
	if (choice < 0.75 && recovery) {
		const act: Act = (one) => one.remove(recovery.id);
		return { after: { ...held, code: null }, act, isRenewal: false };
	}
	const act: Act = (one) => one.returnToDevice();
	return { after: { passphrase: null, code: null }, act, isRenewal: true };
}

/** Of all that was ever held here; each must open everything or nothing. */
async function whatOpens(
	vault: VaultTrial,
	candidates: readonly Held[],
	expected: string,
): Promise<Held> {
	const first = await vault.count();
	if (first !== 'locked') {
		if (first !== expected) throw new Error(`a vault that opens by itself holds ${first}`);
		return { passphrase: null, code: null };
	}
	const opens: Held = { passphrase: null, code: null };
	for (const kind of ['passphrase', 'code'] as const) {
		for (const typed of new Set(candidates.map((one) => one[kind]))) {
			if (!typed) continue;
			const { unlocked } = await vault[kind](typed);
			if (!unlocked) continue;
			const found = await vault.count();
			if (found !== expected) throw new Error(`a vault that was unlocked holds ${found}`);
			if (opens[kind]) throw new Error(`two of a kind open it`);
			opens[kind] = typed;
			await vault.lock();
		}
	}
	return opens;
}

function isSame(one: Held, other: Held): boolean {
	return one.passphrase === other.passphrase && one.code === other.code;
}
