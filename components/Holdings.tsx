import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { severalAccounts } from '@/lib/inbox/accounts';
import { type ChatRow, type Network, networks } from '@/lib/model';
import { EraseAll } from './expiry/EraseAll';
import { EraseDialog } from './expiry/EraseDialog';
import { type Erasure, erasureName } from './expiry/erasure';
import { useErasing } from './expiry/use-erasing';
import { HeldLine } from './HeldLine';
import { heldText } from './words/holdings';
import './Holdings.css';

interface Holding {
	chats: number;
	messages: number;
	bytes: number;
}

export interface HoldingsProps {
	/** `null` until counted. */
	holdings: ReadonlyMap<Network, Holding> | null;
	/** Nothing can be overwritten in place in this browser: deleting is all there is. */
	isOnlyDeletable: boolean;
	/** Resolves once it is effaced, with whether it is. */
	onErase: (erasure: Erasure) => Promise<boolean>;
}

interface Asked {
	erasure: Exclude<Erasure, { what: 'everything' }>;
	held: string;
}

const nothing: Holding = { chats: 0, messages: 0, bytes: 0 };

/** How much of each network and account is stored, and a way to delete it now. */
export function Holdings(props: HoldingsProps & { rows: readonly ChatRow[] }) {
	const { holdings, isOnlyDeletable, onErase, rows } = props;
	const [asked, setAsked] = useState<Asked | null>(null);
	const { isBusy, said, erase } = useErasing(onErase);
	const accounts = severalAccounts(rows);

	return (
		<>
			{holdings !== null && (
				<ul aria-label={i18n.t('section.stored')}>
					{networks.map((network) => (
						<HeldLine
							key={network}
							network={network}
							held={holdings.get(network) ?? nothing}
							accounts={accounts
								.filter((account) => account.network === network)
								.map((account) => ({ account, held: heldOf(rows, account.key) }))}
							isBusy={isBusy}
							onAsk={(erasure, held) => setAsked({ erasure, held: heldText(held) })}
						/>
					))}
				</ul>
			)}
			{isOnlyDeletable && (
				<p class="detail" role="note" data-part="only-deletable">
					{i18n.t('stored.onlyDeletable')}
				</p>
			)}
			<p class="erase-status" role="status" data-part="erasing">
				{said}
			</p>
			<EraseAll isBusy={isBusy} onErase={() => erase({ what: 'everything' })} />
			{asked && (
				<EraseDialog
					name={erasureName(asked.erasure)}
					held={asked.held}
					onClose={() => setAsked(null)}
					onErase={() => {
						erase(asked.erasure);
						setAsked(null);
					}}
				/>
			)}
		</>
	);
}

function heldOf(rows: readonly ChatRow[], account: string): Holding {
	const own = rows.filter(({ chat }) => chat.account === account);
	const messages = own.reduce((sum, { messageCount }) => sum + messageCount, 0);
	return { chats: own.length, messages, bytes: 0 };
}
