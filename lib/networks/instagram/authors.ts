import type { Side } from '../../model';
import type { Keep } from '../kept-readings';
import { actionsOf, gutterOf } from './message';
import * as selectors from './selectors';

/** What tells whose a message is, before its neighbours are asked. */
export interface Signals {
	/** Person of the picture beside it: theirs. */
	gutter: string | null;
	/** Person whom its buttons name. */
	named: string | null;
	/** Whether something else on the page names this person too. */
	isKnown: boolean;
	/** Inline styles that push it to the end of its line, or keep it at the start. */
	mine: number;
	theirs: number;
}

/** Who may be named in this thread. */
export interface People {
	own: string | null;
	/** The other one of a chat of two, from the header. */
	peer: string | null;
}

export interface Verdict {
	side: Side;
	sender: string | null;
}

/** Signals of each message, in the order shown. */
export function readSignals(
	messages: readonly (Element | null)[],
	people: People,
	keep: Keep,
): Signals[] {
	const signs = messages.map((message) => message && keep(message, readSigns));
	const gutters = signs.map((sign) => sign?.gutter ?? null);
	const labels = signs.map((sign) => sign?.labels ?? []);
	const known = new Set([people.own, people.peer, ...gutters].filter((name) => name !== null));
	const template = wordsInAll(labels);
	return signs.map((sign) => ({
		gutter: sign?.gutter ?? null,
		...naming(nameIn(sign?.labels ?? [], known, template), known),
		mine: sign?.lanes.mine ?? 0,
		theirs: sign?.lanes.theirs ?? 0,
	}));
}

/** What a message shows of its author by itself. */
interface Signs {
	gutter: string | null;
	labels: string[];
	lanes: Pick<Signals, 'mine' | 'theirs'>;
}

export function readSigns(message: Element): Signs {
	return { gutter: gutterOf(message), labels: labelsOf(message), lanes: lanes(message) };
}

/**
 * One strong sign (a picture beside it, a name on its buttons) or two weak ones
 * decide; signs that disagree decide nothing. That a picture is missing says
 * nothing: some variants draw it at the last message of a run only (2026).
 */
export function judge(signals: Signals, { own, peer }: People): Verdict {
	const { gutter, named, isKnown } = signals;
	let mine = signals.mine;
	let theirs = signals.theirs;
	// Whom a picture or the header tells of is another one, whoever reads this page.
	if (named !== null && (own !== null || isKnown)) {
		if (named === own) mine += 2;
		else theirs += isKnown ? 2 : 1;
	}
	if (gutter !== null) theirs += 2;
	if (gutter !== null && own !== null && (named === own || gutter === own)) {
		return { side: 'unknown', sender: null };
	}
	if (mine >= 2 && mine > theirs) return { side: 'mine', sender: null };
	const sender = gutter ?? (named === own ? null : named);
	if (theirs >= 2 && theirs > mine) return { side: 'theirs', sender: sender ?? peer };
	return { side: 'unknown', sender: null };
}

function naming(
	named: string | null,
	known: ReadonlySet<string>,
): Pick<Signals, 'named' | 'isKnown'> {
	return { named, isKnown: named !== null && known.has(named) };
}

/** `aria-label`s of a message's buttons, or of the icons in them. */
function labelsOf(message: Element): string[] {
	return actionsOf(message)
		.flatMap((group) =>
			group.matches(selectors.menu) ? [group] : [...group.querySelectorAll('[aria-label]')],
		)
		.map((control) => control.getAttribute('aria-label') ?? '')
		.filter((label) => label !== '');
}

/** Words of usernames' letters; scripts that write no spaces end one as well. */
function wordsOf(label: string): string[] {
	return label.match(/[A-Za-z0-9._]+/gu) ?? [];
}

/** Words that stand in every label alike: the sentence around the name, in any language. */
function wordsInAll(labels: readonly string[][]): Set<string> {
	const sentences = labels.filter((own) => own.length > 0).map((own) => own.join(' '));
	if (new Set(sentences).size < 2) return new Set();
	const [first = '', ...others] = [...new Set(sentences)];
	const rest = others.map((sentence) => new Set(wordsOf(sentence)));
	return new Set(wordsOf(first).filter((word) => rest.every((words) => words.has(word))));
}

function nameIn(
	labels: readonly string[],
	known: ReadonlySet<string>,
	template: ReadonlySet<string>,
): string | null {
	const perLabel = labels.map((label) => new Set(wordsOf(label)));
	const [first] = perLabel;
	if (!first) return null;
	const shared = [...first].filter((word) => perLabel.every((words) => words.has(word)));
	const special = shared.filter((word) => !template.has(word));
	// A member nobody else tells of: the only word that is not the sentence's own.
	if (template.size > 0 && special.length === 1) return special[0] ?? null;
	const candidates = (special.length > 0 ? special : shared).filter((word) => known.has(word));
	return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

/** Inline flex styles of the lane and of the payload's box (readers of 2026-04…09). */
function lanes(message: Element): Pick<Signals, 'mine' | 'theirs'> {
	let isAtEnd = false;
	let isReversed = false;
	let isAtStart = false;
	const payload = message.querySelector(selectors.payload);
	let element: Element | null = payload?.parentElement ?? null;
	for (; element && element !== message.parentElement; element = element.parentElement) {
		const style = element.getAttribute('style') ?? '';
		if (/justify-content:\s*flex-end/u.test(style)) isAtEnd = true;
		if (/flex-direction:\s*row-reverse/u.test(style)) isReversed = true;
		if (/justify-content:\s*flex-start/u.test(style)) isAtStart = true;
	}
	const mine = Number(isAtEnd) + Number(isReversed);
	return { mine, theirs: mine === 0 && isAtStart ? 1 : 0 };
}
