import { i18n } from '#i18n';
import './WhoReads.css';

export type VaultMode = 'device' | 'methods';

const lines = {
	device: [
		['vault.others', 'vault.othersGet'],
		['vault.finders', 'vault.findersGet'],
		['vault.thieves', 'vault.thievesGetAll'],
		['vault.malware', 'vault.malwareGetsAll'],
	],
	methods: [
		['vault.others', 'vault.othersGet'],
		['vault.finders', 'vault.findersGet'],
		['vault.thieves', 'vault.thievesGetNothing'],
		['vault.malware', 'vault.malwareWaits'],
	],
} as const;

/** What is protected against whom, as it is now. */
export function WhoReads({ mode }: { mode: VaultMode }) {
	return (
		<dl class="who-reads" data-mode={mode}>
			{lines[mode].map(([who, what]) => (
				<div key={who}>
					<dt>{i18n.t(who)}</dt>
					<dd>{i18n.t(what)}</dd>
				</div>
			))}
		</dl>
	);
}
