import { maxTextLength } from '../../limits';
import type { MessageKind, Side } from '../../model';
import { capText, textOf } from '../dom';
import { clockIn, findAuthor, findParts, type Parts, readLabel } from './bubble-parts';
import { bodyText, fileNameIn, isCut, nameOf, quoteText, readReactions } from './bubble-text';
import * as icons from './icons';
import { legacyParts, messageKey } from './identity';
import { type KindEvidence, kindOf } from './kind';
import { hasIcon, iconNames } from './row';
import * as selectors from './selectors';
import { type Stamp, splitStamp } from './stamps';

/** What one message's element says by itself; side, sender and day may need its neighbours. */
export interface Bubble {
	id: string | null;
	/** The chat that an id of before 2026-04 names. */
	chatId: string | null;
	kind: MessageKind;
	text: string | null;
	truncated: boolean;
	quote: string | null;
	edited: boolean;
	reactions: string[];
	stamp: Stamp | null;
	clock: string | null;
	/** Proven by the bubble alone. */
	side: Side;
	/** Group messages of others name their author. */
	author: string | null;
	/** "You:" or "<name>:" without the colon. */
	label: string | null;
	/** The first bubble of a run. */
	hasTail: boolean;
}

type ReadBubble = (row: Element) => Bubble | null;

const readers = new Map<string, ReadBubble>();

/** One function for the same languages, so that what it reads can be kept. */
export function bubbleReader(languages: readonly string[]): ReadBubble {
	const name = languages.join();
	const known = readers.get(name);
	if (known) return known;
	const reader: ReadBubble = (row) => readBubble(row, languages);
	readers.set(name, reader);
	return reader;
}

/** `null` for the place of a message that is not drawn. */
function readBubble(row: Element, languages: readonly string[]): Bubble | null {
	if (isShell(row)) return null;
	const parts = findParts(row, languages);
	const { stampElement, metaElement, quote } = parts;
	const isOutside = (element: Element): boolean =>
		!quote?.contains(element) && !element.closest(selectors.threadAddons);
	const evidence = gatherEvidence(row, parts, isOutside);
	const kind = kindOf(evidence);
	const stamp = splitStamp(stampElement?.getAttribute('data-pre-plain-text') ?? '');
	const legacy = legacyParts(row.getAttribute('data-id') ?? '');
	const label = readLabel(row, isOutside);
	const authorElement = findAuthor(row, parts, label, isOutside);
	const author = nameOf(authorElement);
	const clock = metaElement && clockIn(metaElement, languages);
	const body = bodyText(kind, row, parts, authorElement);
	return {
		id: readId(row),
		chatId: legacy?.chatId ?? null,
		kind,
		text: body === null ? null : capText(body, maxTextLength),
		truncated:
			body !== null && (body.length > maxTextLength || (kind !== 'deleted' && isCut(parts))),
		quote: quote && quoteText(quote),
		edited: metaElement !== null && kind !== 'deleted' && isEdited(metaElement, clock),
		reactions: readReactions(row),
		stamp,
		clock: clock?.text ?? null,
		side: legacy ? (legacy.isMine ? 'mine' : 'theirs') : provenSide(row, parts, evidence, author),
		author,
		label,
		hasTail: evidence.icons.some((icon) => icons.tailIn.test(icon) || icons.tailOut.test(icon)),
	};
}

/** Kept places hold nothing but empty boxes, and what other extensions put there (2026-09). */
function isShell(row: Element): boolean {
	if (row.matches(selectors.threadShell) || row.querySelector(selectors.threadShell)) return true;
	if (row.matches(selectors.threadStamp) || row.querySelector(selectors.threadContent))
		return false;
	const drawn = row.matches(selectors.threadDrawn) ? row : row.querySelector(selectors.threadDrawn);
	return drawn === null || textOf(drawn).trim() === '';
}

/** A word beside the clock: "Edited" in any language. Stars and pins are drawings. */
function isEdited(meta: Element, clock: { element: Element } | null): boolean {
	return clock !== null && /\p{L}/u.test(textOf(meta, (part) => part === clock.element));
}

function readId(row: Element): string | null {
	const dataId = row.getAttribute('data-id');
	const testid = row.getAttribute('data-testid')?.match(/^conv-msg-(.+)$/u)?.[1];
	const id = dataId ? messageKey(dataId) : testid;
	return id !== undefined && id !== '' && id.length <= 400 ? id : null;
}

function gatherEvidence(
	row: Element,
	{ stampElement, textElement, metaElement }: Parts,
	isOutside: (element: Element) => boolean,
): KindEvidence & { icons: string[] } {
	const isMedium = (element: Element): boolean =>
		isOutside(element) && !textElement?.contains(element);
	const has = (selector: string): boolean => [...row.querySelectorAll(selector)].some(isMedium);
	const hasLink = row.querySelector(selectors.threadLink) !== null;
	return {
		isNotification:
			row.matches(selectors.threadNotification) ||
			row.querySelector(selectors.threadNotification) !== null,
		hasStamp: stampElement !== null,
		hasText: textElement !== null,
		hasMeta: metaElement !== null,
		hasTail: hasIcon(row, icons.tailIn) || hasIcon(row, icons.tailOut),
		icons: iconNames(row, (icon) => isMedium(icon)),
		hasSlider: has(selectors.threadSlider),
		hasFileCard: [...row.querySelectorAll(selectors.threadFile)].some(
			(card) =>
				isMedium(card) && !stampElement?.contains(card) && card.querySelector('span[title]'),
		),
		hasFileName: [...row.querySelectorAll(selectors.threadTitled)].some(
			(element) => isMedium(element) && fileNameIn(element) !== null,
		),
		hasVideo: has(selectors.threadVideo),
		hasLink,
		hasPhoto: has(selectors.threadPhoto) || (has(selectors.threadThumbnail) && !hasLink),
		tiles: [
			...row.querySelectorAll(
				`${selectors.threadAlbum} ${selectors.threadTile}, ${selectors.threadTile}`,
			),
		].filter(isMedium),
		pictures: [...row.querySelectorAll(selectors.threadPicture)].filter(isMedium),
	};
}

/** Strongest first; see pages of 2020-09 .. 2026-08 for each. */
function provenSide(
	row: Element,
	{ metaElement, quote }: Parts,
	evidence: KindEvidence & { icons: string[] },
	author: string | null,
): Side {
	const isWithin = (selector: string): boolean =>
		row.closest(selector) !== null || row.querySelector(selector) !== null;
	if (isWithin(selectors.threadOutgoing)) return 'mine';
	if (isWithin(selectors.threadIncoming)) return 'theirs';
	if (evidence.icons.some((icon) => icons.tick.test(icon))) return 'mine';
	const isButton = metaElement !== null && isMetaButton(metaElement, row);
	if (isButton) return 'mine';
	if (evidence.icons.some((icon) => icons.tailOut.test(icon))) return 'mine';
	if (evidence.icons.some((icon) => icons.tailIn.test(icon))) return 'theirs';
	if (author !== null) return 'theirs';
	// What was deleted has lost its tick too, so the missing button proves nothing there.
	const isDeleted = evidence.icons.some((icon) => icons.deleted.test(icon));
	return metaElement && !quote?.contains(metaElement) && !isDeleted ? 'theirs' : 'unknown';
}

/** The corner, or what is drawn closely around it, opens "message info". */
function isMetaButton(meta: Element, row: Element): boolean {
	const button = meta.closest(selectors.threadButton) ?? meta.querySelector(selectors.threadButton);
	if (button === null || !row.contains(button) || textOf(button).length > 60) return false;
	// A picture opens by a click as well, and may hold the corner.
	const media = `${selectors.threadPhoto}, ${selectors.threadVideo}, ${selectors.threadPicture}`;
	return !button.matches(media) && button.querySelector(media) === null;
}
