import { i18n } from '#i18n';
import './AboutText.css';

const lines = ['reads', 'whatsapp', 'stays', 'goes', 'key', 'evidence', 'affiliation'] as const;

/** What Stube does, and what it does not, in plain words. */
export function AboutText() {
	return (
		<div class="about">
			{lines.map((line) => (
				<p key={line}>{i18n.t(`about.${line}`)}</p>
			))}
		</div>
	);
}
