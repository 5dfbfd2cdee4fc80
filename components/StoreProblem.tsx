import { i18n } from '#i18n';
import { EmptyState } from './EmptyState';

/** Why the store cannot be shown; `failed` where the reason is not known. */
export type StoreProblemCode = 'unknown-version' | 'unreadable' | 'quota' | 'failed';

const keys = {
	'unknown-version': 'unknownVersion',
	unreadable: 'unreadable',
	quota: 'quota',
	failed: 'failed',
} as const;

/** A sentence, not a crash. */
export function StoreProblem({ code }: { code: StoreProblemCode }) {
	const key = keys[code];
	return (
		<main class="problem" data-problem={code}>
			<EmptyState
				title={i18n.t(`problem.${key}`)}
				detail={i18n.t(`problem.${key}Detail`)}
				hasMark
			/>
		</main>
	);
}
