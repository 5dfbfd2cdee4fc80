import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { utcDayText } from '../words/days';
import './MethodList.css';

/** One way to unlock. */
export interface VaultMethod {
	id: string;
	kind: 'passphrase' | 'passkey' | 'recovery';
	/** To the day. */
	addedOn: number;
	/** To the day; `null` if never. */
	lastUsedOn: number | null;
}

interface MethodListProps {
	methods: readonly VaultMethod[];
	isBusy: boolean;
	onRemove: (method: VaultMethod) => void;
	onChangePassphrase: () => void;
}

const names = {
	passphrase: 'vault.passphrase',
	passkey: 'vault.passkey',
	recovery: 'vault.recoveryCode',
} as const;

/** How the vault can be opened, since when, and when each way was last used. */
export function MethodList({ methods, isBusy, onRemove, onChangePassphrase }: MethodListProps) {
	const [asked, setAsked] = useState<string | null>(null);
	return (
		<ul class="methods">
			{methods.map((method) => {
				const name = i18n.t(names[method.kind]);
				return (
					<li key={method.id} class="method" data-method={method.kind}>
						<p class="method-words">
							<span>{name}</span>
							<span class="method-days">
								{i18n.t('vault.added', [utcDayText(method.addedOn)])}
								{' · '}
								{method.lastUsedOn === null
									? i18n.t('vault.neverUsed')
									: i18n.t('vault.lastUsed', [utcDayText(method.lastUsedOn)])}
							</span>
						</p>
						{method.kind === 'passphrase' && (
							<button
								type="button"
								class="text-action"
								disabled={isBusy}
								onClick={onChangePassphrase}
							>
								{i18n.t('vault.change')}
							</button>
						)}
						{asked !== method.id ? (
							<button
								type="button"
								class="text-action"
								disabled={isBusy}
								aria-label={i18n.t('vault.removeNamed', [name])}
								onClick={() => setAsked(method.id)}
							>
								{i18n.t('vault.remove')}
							</button>
						) : (
							<button
								type="button"
								class="text-action text-action-erase"
								disabled={isBusy}
								onClick={() => {
									setAsked(null);
									onRemove(method);
								}}
							>
								{i18n.t('vault.removeSure')}
							</button>
						)}
					</li>
				);
			})}
		</ul>
	);
}
