import { i18n } from '#i18n';
import type { Timer } from '@/lib/model';
import { Icon } from './Icon';
import { Mark } from './Mark';
import { NetworkSettings } from './NetworkSettings';
import type { NetworkActions, NetworkEntry } from './network-entry';
import { WelcomeLock, type WelcomeLockProps } from './WelcomeLock';
import { WelcomeTimer } from './WelcomeTimer';
import { countText } from './words/numbers';
import './Welcome.css';

export interface WelcomeProps extends Pick<NetworkActions, 'onTurnOn'> {
	networks: readonly NetworkEntry[];
	/** `null` while the store opens. */
	defaultTimer: Timer | null;
	/** `null` until it is known how the store is opened. */
	vault: WelcomeLockProps | null;
	/** How many chats are kept by now; `null` while the store opens. */
	chatCount: number | null;
	/** Messages that pages showed and that were too old to be kept. */
	unkept: number;
	onSetDefaultTimer: (timer: Timer) => void;
	onFinish: () => void;
}

const promises = [
	{
		icon: 'readHere',
		title: 'welcome.readTitle',
		lines: ['welcome.read', 'welcome.readWhatsapp'],
	},
	{ icon: 'lock', title: 'welcome.whereTitle', lines: ['welcome.where'] },
	{ icon: 'timer', title: 'welcome.whenTitle', lines: ['welcome.when'] },
	{ icon: 'deleted', title: 'welcome.neverTitle', lines: ['welcome.never'] },
] as const;

/** The first page: what is read, where it stays, when it goes; then what to turn on. */
export function Welcome(props: WelcomeProps) {
	const { networks, defaultTimer, onTurnOn, onSetDefaultTimer, onFinish } = props;
	return (
		<main class="welcome">
			<div class="welcome-column">
				<header class="welcome-header">
					<Mark size="huge" />
					<h1>{i18n.t('welcome.title')}</h1>
					<p>{i18n.t('welcome.lead')}</p>
				</header>

				<dl class="welcome-promises">
					{promises.map(({ icon, title, lines }) => (
						<div key={title}>
							<dt>
								<Icon name={icon} />
								{i18n.t(title)}
							</dt>
							{lines.map((line) => (
								<dd key={line}>{i18n.t(line)}</dd>
							))}
						</div>
					))}
				</dl>

				<section class="welcome-step">
					<h2>{i18n.t('welcome.turnOnTitle')}</h2>
					<p class="detail">{i18n.t('welcome.turnOnDetail')}</p>
					<NetworkSettings networks={networks} onTurnOn={onTurnOn} />
					<p class="welcome-note">{i18n.t('welcome.messengerEither')}</p>
				</section>

				<section class="welcome-step" aria-busy={defaultTimer === null}>
					<h2>{i18n.t('welcome.timerTitle')}</h2>
					<p class="detail">{i18n.t('welcome.timerDetail')}</p>
					{defaultTimer !== null && (
						<WelcomeTimer timer={defaultTimer} unkept={props.unkept} onSet={onSetDefaultTimer} />
					)}
				</section>

				<section class="welcome-step" aria-busy={props.vault === null}>
					<h2>{i18n.t('welcome.lockTitle')}</h2>
					<p class="detail">{i18n.t('welcome.lockDetail')}</p>
					{props.vault && <WelcomeLock {...props.vault} />}
				</section>

				<section class="welcome-step">
					<h2>{i18n.t('welcome.firstTitle')}</h2>
					<FirstCapture count={props.chatCount ?? 0} />
				</section>

				<footer class="welcome-end">
					<p class="welcome-note">{i18n.t('welcome.later')}</p>
					<button type="button" class="action" onClick={onFinish}>
						{i18n.t('welcome.finish')}
					</button>
					<p class="welcome-note">{i18n.t('about.key')}</p>
					<p class="welcome-note">{i18n.t('about.evidence')}</p>
					<p class="welcome-note">{i18n.t('about.affiliation')}</p>
				</footer>
			</div>
		</main>
	);
}

/** A box that ticks itself once the first chats were read. */
function FirstCapture({ count }: { count: number }) {
	const isDone = count > 0;
	return (
		<p class="welcome-tick" role="status" data-done={isDone}>
			<span class="welcome-box" aria-hidden="true">
				{isDone && <Icon name="done" size={16} />}
			</span>
			{isDone
				? i18n.t('welcome.firstDone', count, [countText(count)])
				: i18n.t('welcome.firstWait')}
		</p>
	);
}
