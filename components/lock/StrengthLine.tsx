import { i18n } from '#i18n';
import './StrengthLine.css';

/** How long a passphrase would hold against who has the files: 0 to 4. */
export type StrengthScore = 0 | 1 | 2 | 3 | 4;

const words = [
	'strength.none',
	'strength.weak',
	'strength.fair',
	'strength.good',
	'strength.great',
] as const;

/** Said while typing; it forbids nothing. `null` while nothing is typed or not yet weighed. */
export function StrengthLine({ score, id }: { score: StrengthScore | null; id: string }) {
	return (
		<div class="strength" id={id} data-score={score ?? undefined}>
			<span class="strength-bar" aria-hidden="true">
				{words.slice(1).map((word, index) => (
					<span key={word} class={score !== null && score > index ? 'strength-on' : undefined} />
				))}
			</span>
			<span class="strength-words" role="status">
				{score !== null && i18n.t(words[score])}
			</span>
		</div>
	);
}
