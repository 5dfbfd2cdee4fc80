import { i18n } from '#i18n';
import { bucketWidthMs } from '@/lib/inbox/bucket-width';
import { timerPresets } from '@/lib/model';
import { timerText } from '../words/durations';
import './DiskFigures.css';

/** Beside each timer: how long after its second a copy can still be opened on the disk at most. */
export function DiskFigures() {
	const timers = timerPresets.filter((timer) => timer !== 'off');
	return (
		<details class="disk-figures">
			<summary>{i18n.t('diskFigures.title')}</summary>
			<p class="detail">{i18n.t('diskFigures.detail')}</p>
			<table>
				<thead>
					<tr>
						<th scope="col">{i18n.t('diskFigures.timer')}</th>
						<th scope="col">{i18n.t('diskFigures.after')}</th>
					</tr>
				</thead>
				<tbody>
					{timers.map((timer) => (
						<tr key={timer} data-timer={timer}>
							<th scope="row">{timerText(timer)}</th>
							<td>{timerText(bucketWidthMs(timer))}</td>
						</tr>
					))}
				</tbody>
			</table>
		</details>
	);
}
