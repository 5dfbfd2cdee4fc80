import { describe, expect, it } from 'vitest';
import { findArrivals } from '@/lib/inbox/arrivals';
import { makeRow, now } from '../components/rows';

const before = [makeRow({ title: 'Ann', unread: 0 }), makeRow({ title: 'Ben', unread: 1 })];
const [ann, ben] = before as [ReturnType<typeof makeRow>, ReturnType<typeof makeRow>];
const arrived = (...after: typeof before) =>
	findArrivals(before, after, now).map(({ chat }) => chat.title);

const withLine = (row: typeof ann, text: string, chat: Partial<typeof ann.chat> = {}) => ({
	...row,
	chat: { ...row.chat, unread: 1, ...chat },
	preview: row.preview && { ...row.preview, text },
});

describe('what arrived between two looks at the list', () => {
	it('is a chat with a new last line that is unread', () => {
		expect(arrived(withLine(ann, 'Are you there?'), ben)).toEqual(['Ann']);
		expect(arrived(ann, withLine(ben, 'And another', { unread: 2 }))).toEqual(['Ben']);
	});

	it('is the same words again, written anew', () => {
		const again = withLine(ben, ben.preview?.text ?? '');
		const preview = again.preview && { ...again.preview, firstSeenAt: ben.chat.seenAt + 1_000 };
		expect(arrived(ann, { ...again, preview })).toEqual(['Ben']);
	});

	it('is nothing where the line is the same, read, one’s own, or has expired', () => {
		expect(arrived(ann, ben)).toEqual([]);
		expect(arrived(withLine(ann, 'Read there', { unread: 0 }), ben)).toEqual([]);
		const own = withLine(ann, 'Mine');
		expect(arrived({ ...own, preview: own.preview && { ...own.preview, side: 'mine' } })).toEqual(
			[],
		);
		expect(arrived(ann, { ...withLine(ben, ''), preview: null })).toEqual([]);
	});

	it('is nothing of a chat that is muted, archived, or was only found just now', () => {
		expect(arrived(withLine(ann, 'x', { muted: true }))).toEqual([]);
		expect(arrived(withLine(ann, 'x', { archived: true }))).toEqual([]);
		expect(arrived(withLine(ann, 'x', { own: { muted: true } }))).toEqual([]);
		expect(arrived(makeRow({ title: 'New here', unread: 3 }))).toEqual([]);
	});
});
