/**
 * The frame of a real page of 2026-04-23 as it was described: rows, notes, an open chat
 * with placeholders and two shared posts. No inline lanes and no labelled actions, which that
 * page did not have at rest. All words are invented.
 */
const row = (given: {
	title: string;
	preview: string;
	time: [label: string, text: string];
	pictures: string[];
	unread?: boolean;
	muted?: boolean;
	open?: boolean;
}): string => `<div style="opacity: 1;"><div role="button"${given.open ? ' aria-pressed="true"' : ''} tabindex="0"><div>
${given.pictures.map((name) => `<img alt="user-profile-picture" src="https://cdn.example/v/t51/${name}.jpg?oe=1">`).join('')}</div>
<div><span dir="auto"><span><span title="${given.title}">${given.title}</span></span></span></div>
<div><span dir="auto"><span>${given.preview}</span></span><span aria-hidden="true">·</span><span dir="auto"><span><abbr aria-label="${given.time[0]}"><span>${given.time[1]}</span></abbr></span></span></div>
${given.unread ? '<span data-visualcompletion="ignore"><div>Unread</div></span>' : ''}
${given.muted ? '<svg aria-label="Muted" role="img"></svg>' : ''}</div></div>`;

const share = (poster: string, separator = ''): string =>
	`<div><div style="opacity: 1;"><div>${separator && `<div><div><span dir="auto">${separator}</span></div></div>`}
<div role="group" tabindex="-1"><span><a aria-label="Open the profile page of otto_kiln" href="/otto_kiln/" role="link"><img alt="user-profile-picture" src="https://cdn.example/otto.jpg"></a></span>
<div role="none"><div><div role="button"><img alt="" src="https://cdn.example/${poster}.jpg"><img alt="" src="https://cdn.example/${poster}-2.jpg"><a href="/${poster}/" role="link"><span dir="auto"><span>${poster}</span></span></a><svg aria-label="Clip" role="img"></svg></div></div></div></div></div></div></div>`;

export const realShape = `
<div aria-label="Thread list" role="navigation">
<div role="button" tabindex="0"><h2 dir="auto"><span>mara.holm</span></h2><svg aria-label="Down chevron icon"></svg></div>
<div role="button"><svg aria-label="New message"></svg></div>
<div role="tablist"><div role="tab" aria-selected="true">Primary</div><div role="tab" aria-selected="false">General</div></div>
<input name="searchInput" placeholder="Search">
<div data-pagelet="IGDInboxThreadListScrollableAreaPagelet">
<ul><li style="transform: translateX(16px);" tabindex="-1"><div role="button"><img alt="user-profile-picture" src="https://cdn.example/note.jpg">Your note</div></li></ul>
${row({ title: 'Ida', preview: '2 new messages', time: ['7 minutes ago', '7m'], pictures: ['ida'], unread: true })}
${row({ title: 'Otto', preview: 'You: done', time: ['4 hours ago', '4h'], pictures: ['otto'], open: true })}
${row({ title: 'Glaze club', preview: '4+ new messages', time: ['2 days ago', '2d'], pictures: ['a', 'b'], unread: true, muted: true })}
${row({ title: 'Wim', preview: 'Liked a message', time: ['a week ago', '1w'], pictures: ['wim'], unread: true })}
</div></div>
<div aria-label="Conversation with Otto the Potter">
<div data-pagelet="IGDInboxHeaderOffMsys"><a aria-label="Open the profile page of otto_kiln" href="/otto_kiln/" role="link"><h2 dir="auto"><span><span title="Otto">Otto</span></span></h2><span dir="auto"><span>Active 5m ago</span></span></a><svg aria-label="Audio call"></svg></div>
<div data-pagelet="IGDMessagesList"><div style="overflow-y: auto; display: flex; flex-direction: column-reverse;"><div>
<div role="progressbar" data-visualcompletion="loading-state"><svg aria-label="Loading..."></svg></div>
${'<div><div style="opacity: 0; height: 416px;"></div></div>'.repeat(18)}
${share('clay_daily', '1:22\u202fPM')}
${share('wheel.and.fire')}
</div></div></div>
<div data-pagelet="IGDComposerForCannes"><div contenteditable="true" role="textbox" data-lexical-editor="true" aria-placeholder="Message..."><p dir="auto"><br></p></div></div>
<div data-pagelet="IGDNewMessageAnnouncementForScreenReaders"></div>
</div>`;

export const realShapeUrl = new URL('https://www.instagram.com/direct/t/17840000000000077/');
