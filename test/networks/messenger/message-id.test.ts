import { describe, expect, it } from 'vitest';
import { formOf, isGroupId, timeOfId } from '@/lib/networks/messenger/message-id';

const now = Date.UTC(2026, 9, 1);

describe('18: message ids hold the time they were made', () => {
	// Ids with an independent record of their time, 2017 to 2026.
	it.each([
		['100050174601107@msgr.7504799492323995768', 1789283631402],
		['100050174601107@msgr.7505288161128367482', 1789400139124],
		['1187103743@msgr.7470821894889302962', 1781182740900],
		['100012643241932@msgr.7440334878442458206', 1773914069758],
		['61554658944796@msgr.7268147072476543043', 1732861297721],
		['mid.$cAAAAB37oytpoezPdX1iSe6Ul01HF', 1521658795159],
		['mid.$cAAJdkrCd2ORnva8ErFhjGm0X_Q_c', 1518479193183],
		['mid.$gAAT4Sw1WSGh14A3MOFvrsiDvr3Yc', 1579185374142],
		['mid.$cAAAABw8DMliiztBzuWcnYsq7UqG7', 1772169669357],
		['mid.$gAFWYDK2g0t2jEDy1Fmc3vdK9MFXX', 1773267274484],
	])('%s', (id, at) => {
		expect(timeOfId(id, now)).toBe(at);
	});

	it('but none before 2010 or more than ten minutes from now', () => {
		const idAt = (at: number): string => `1187103743@msgr.${BigInt(at) << 22n}`;
		expect(timeOfId(idAt(Date.UTC(2009, 11, 31)), now)).toBeNull();
		expect(timeOfId(idAt(now + 9 * 60_000), now)).toBe(now + 9 * 60_000);
		expect(timeOfId(idAt(now + 11 * 60_000), now)).toBeNull();
	});

	it('and none in an id of another form', () => {
		expect(timeOfId('mid.$cAAAAB37oytpoezPdX1iSe6U', now)).toBeNull();
		expect(timeOfId('m_1234567890123456789', now)).toBeNull();
	});
});

describe('what counts as an id', () => {
	it('knows both forms, keeps others as they are, and refuses what changes with each load', () => {
		expect(formOf('1187103743@msgr.7470821894889302962')).toBe('encrypted');
		expect(formOf('120363@g.us.7470821894889302962')).toBe('encrypted');
		expect(formOf('mid.$cAAAAB37oytpoezPdX1iSe6Ul01HF')).toBe('classic');
		expect(formOf('something-else-1')).toBe('opaque');
		for (const id of [':r7:', '«r3»', '_r_24_', 'short', '']) expect(formOf(id)).toBeNull();
	});

	it('tells groups from 1:1 chats where the id does', () => {
		expect(isGroupId('mid.$gAAT4Sw1WSGh14A3MOFvrsiDvr3Yc')).toBe(true);
		expect(isGroupId('mid.$cAAAAB37oytpoezPdX1iSe6Ul01HF')).toBe(false);
		expect(isGroupId('120363@g.us.7470821894889302962')).toBe(true);
		expect(isGroupId('1187103743@msgr.7470821894889302962')).toBeNull();
	});
});
