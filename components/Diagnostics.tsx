import { i18n } from '#i18n';
import type { Network } from '@/lib/model';
import { NetworkLine } from './NetworkLine';
import type { NetworkEntry } from './network-entry';
import { networkName } from './words/networks';
import './Diagnostics.css';

export interface DiagnosticsProps {
	/** What was last asked for. */
	diagnostics: {
		network: Network;
		text: string | null;
		outcome: 'looking' | 'copied' | 'not-copied' | 'saved' | 'no-page';
	} | null;
	onCopyDiagnostics: (network: Network) => void;
	/** Absent in a frame that would close over it. */
	onSaveStructure?: (network: Network) => void;
}

const outcomes = {
	looking: 'diagnostics.looking',
	copied: 'diagnostics.copied',
	'not-copied': 'diagnostics.notCopied',
	saved: 'diagnostics.saved',
	'no-page': 'diagnostics.noPage',
} as const;

/** For the day a page is read wrongly: what may be attached to a report of it. */
export function Diagnostics({
	networks,
	diagnostics,
	onCopyDiagnostics,
	onSaveStructure,
}: DiagnosticsProps & { networks: readonly NetworkEntry[] }) {
	const readable = networks.filter(({ status }) => status.state !== 'off');
	if (readable.length === 0) return null;
	return (
		<section class="diagnostics">
			<h3>{i18n.t('diagnostics.title')}</h3>
			<p class="detail">
				{i18n.t('diagnostics.detail')}
				{onSaveStructure === undefined && ` ${i18n.t('diagnostics.inTab')}`}
			</p>
			<ul>
				{readable.map(({ network, status }) => (
					<NetworkLine key={network} network={network}>
						<button
							type="button"
							class="text-action"
							aria-label={i18n.t('diagnostics.copyNamed', [networkName(network)])}
							onClick={() => onCopyDiagnostics(network)}
						>
							{i18n.t('diagnostics.copy')}
						</button>
						{onSaveStructure && status.state !== 'no-tab' && status.state !== 'asleep' && (
							<button
								type="button"
								class="text-action"
								aria-label={i18n.t('diagnostics.saveNamed', [networkName(network)])}
								onClick={() => onSaveStructure(network)}
							>
								{i18n.t('diagnostics.save')}
							</button>
						)}
					</NetworkLine>
				))}
			</ul>
			<div role="status" data-part="diagnostics-outcome">
				{diagnostics && (
					<p class="diagnostics-outcome" data-outcome={diagnostics.outcome}>
						{i18n.t(outcomes[diagnostics.outcome], [networkName(diagnostics.network)])}
					</p>
				)}
			</div>
			{diagnostics?.text && (
				<textarea
					class="diagnostics-text"
					readOnly
					rows={10}
					dir="ltr"
					spellcheck={false}
					autocomplete="off"
					aria-label={i18n.t('diagnostics.title')}
					data-part="diagnostics-text"
					value={diagnostics.text}
				/>
			)}
		</section>
	);
}
