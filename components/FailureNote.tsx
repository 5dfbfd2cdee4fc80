import { i18n } from '#i18n';
import './FailureNote.css';

/** Why a command was not done; codes without a sentence of their own get the general one. */
export type CommandFailure = 'quota' | 'host-required' | 'command';

const keys = {
	quota: 'problem.quota',
	'host-required': 'problem.hostRequired',
	command: 'problem.command',
} as const;

/** Says that what was asked for did not happen. */
export function FailureNote({ failure }: { failure: CommandFailure }) {
	return (
		<p class="failure-note" role="alert">
			{i18n.t(keys[failure])}
		</p>
	);
}
