// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeptReadings } from '@/lib/networks/kept-readings';

const read = vi.fn((element: Element) => element.textContent);
let kept: ReturnType<typeof createKeptReadings>;
let observer: MutationObserver;

function find(selector: string): Element {
	const found = document.querySelector(selector);
	if (!found) throw new Error(`no ${selector}`);
	return found;
}

/** What is kept of an element once all changes are known. */
function readAgain(selector: string, around?: Element) {
	kept.forget(observer.takeRecords());
	return kept.keep(find(selector), read, around);
}

beforeEach(() => {
	document.body.innerHTML =
		'<ul><li id="ada">Ada <b>Brandt</b></li><li id="ben">Ben</li></ul><p></p>';
	kept = createKeptReadings();
	observer = new MutationObserver(kept.forget);
	observer.observe(document, {
		subtree: true,
		childList: true,
		characterData: true,
		attributes: true,
	});
	readAgain('#ada');
	read.mockClear();
});

afterEach(() => observer.disconnect());

describe('a reading of an element', () => {
	it('is kept while other elements change', () => {
		find('#ben').textContent = 'Benjamin';
		expect(readAgain('#ada')).toBe('Ada Brandt');
		expect(read).not.toHaveBeenCalled();
	});

	it.each([
		['a text in it changes', () => find('#ada b').firstChild?.replaceWith('Brand')],
		['an attribute in it changes', () => find('#ada b').setAttribute('dir', 'rtl')],
		['its own attribute changes', () => find('#ada').setAttribute('title', 'Ada')],
		['something comes into it', () => find('#ada b').append('!')],
		['it is moved to another parent', () => find('p').append(find('#ada'))],
	])('is made anew once %s', (_, change) => {
		change();
		expect(readAgain('#ada')).toBe(find('#ada').textContent);
		expect(read).toHaveBeenCalledTimes(1);
	});

	it('is made anew if it comes back after changes out of the page', () => {
		const ada = find('#ada');
		const list = find('ul');
		ada.remove();
		kept.forget(observer.takeRecords());
		ada.textContent = 'Cem';
		list.prepend(ada);
		expect(readAgain('#ada')).toBe('Cem');
	});

	it('is made anew if it comes back in another box, after changes out of the page', () => {
		const list = find('ul');
		const ada = find('#ada');
		list.remove();
		kept.forget(observer.takeRecords());
		ada.remove();
		find('p').append(list);
		ada.textContent = 'Cem';
		list.append(ada);
		expect(readAgain('#ada')).toBe('Cem');
	});

	it('is made anew once something changes around it, where it depends on that', () => {
		readAgain('#ben', find('ul'));
		read.mockClear();
		find('#ada').setAttribute('title', 'Ada');
		readAgain('#ben', find('ul'));
		expect(read).toHaveBeenCalledTimes(1);
	});
});
