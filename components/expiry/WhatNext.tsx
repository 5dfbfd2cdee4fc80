import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type GoingRow, goingNext } from '@/lib/inbox/going-next';
import type { ChatRow, KeptMessage, Spot } from '@/lib/model';
import { EmptyState } from '../EmptyState';
import { IconButton } from '../IconButton';
import { ListSkeleton } from '../ListSkeleton';
import { comingDay } from '../words/coming-days';
import { dayStart } from '../words/days';
import { GoingLine } from './GoingLine';
import { KeptList } from './KeptList';
import { StayingLine } from './StayingLine';
import './WhatNext.css';

interface WhatNextProps {
	/** `null` while the store opens. */
	rows: readonly ChatRow[] | null;
	now: number;
	onOpen: (chatKey: string, found?: Spot | null) => void;
	/** `null` while they are looked for. */
	kept: readonly KeptMessage[] | null;
	onUnkeep: (kept: KeptMessage) => void;
	onBack: () => void;
}

/** As many are drawn at first: what goes after them is far off. */
const firstDrawn = 100;

/** What expires next, chat by chat, under the days on which it goes; then what stays. */
export function WhatNext({ rows, now, kept, onOpen, onUnkeep, onBack }: WhatNextProps) {
	const heading = useRef<HTMLHeadingElement>(null);
	const [isWhole, setWhole] = useState(false);
	const { going, staying } = useMemo(() => goingNext(rows ?? [], now), [rows, now]);
	const drawn = isWhole ? going : going.slice(0, firstDrawn);

	useEffect(() => heading.current?.focus(), []);

	return (
		<main class="what-next">
			<header class="what-next-header">
				<IconButton label={i18n.t('header.back')} icon="back" isMirrored onPress={onBack} />
				<h1 class="what-next-title" tabIndex={-1} ref={heading}>
					{i18n.t('next.title')}
				</h1>
			</header>
			<div class="what-next-scroller">
				<div class="what-next-column">
					{rows === null ? (
						<ListSkeleton />
					) : going.length === 0 && staying.length === 0 ? (
						<EmptyState title={i18n.t('next.none')} detail={i18n.t('next.noneDetail')} hasMark />
					) : (
						<p class="detail">{i18n.t('next.detail')}</p>
					)}
					{byDay(drawn).map(([day, rowsOfDay]) => (
						<section key={day} class="what-next-day" aria-labelledby={`next-${day}`}>
							<h2 id={`next-${day}`}>{comingDay(day, now)}</h2>
							<ul>
								{rowsOfDay.map((row) => (
									<li key={row.chat.key}>
										<GoingLine row={row} now={now} onOpen={(chatKey) => onOpen(chatKey)} />
									</li>
								))}
							</ul>
						</section>
					))}
					{drawn.length < going.length && (
						<button type="button" class="text-action" onClick={() => setWhole(true)}>
							{i18n.t('next.more', going.length - drawn.length)}
						</button>
					)}
					<KeptList
						kept={kept ?? []}
						rows={rows ?? []}
						now={now}
						onOpen={onOpen}
						onUnkeep={onUnkeep}
					/>
					{staying.length > 0 && (
						<section class="what-next-day" aria-labelledby="next-staying">
							<h2 id="next-staying">{i18n.t('next.staying')}</h2>
							<ul>
								{staying.slice(0, isWhole ? undefined : firstDrawn).map((row) => (
									<li key={row.chat.key}>
										<StayingLine row={row} onOpen={(chatKey) => onOpen(chatKey)} />
									</li>
								))}
							</ul>
						</section>
					)}
				</div>
			</div>
		</main>
	);
}

/** Under the local day on which each goes, in the order given. */
function byDay(rows: readonly GoingRow[]): [number, GoingRow[]][] {
	const days = new Map<number, GoingRow[]>();
	for (const row of rows) {
		const day = dayStart(row.nextExpiryAt);
		days.set(day, [...(days.get(day) ?? []), row]);
	}
	return [...days];
}
