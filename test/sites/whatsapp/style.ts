/** Enough for a person to see a messenger. Hangs on ids and roles: classes are noise. */
export const styleSheet = `
* { box-sizing: border-box; }
html, body { margin: 0; height: 100%; font: 15px/1.35 system-ui, 'Noto Sans', sans-serif; color: #1d1f1f; }
#app, .app-wrapper-web { height: 100%; }
.app-wrapper-web { display: grid; grid-template-columns: 24rem 1fr; background: #f2efe9; }
.landing { display: grid; place-items: center; grid-template-columns: 1fr; }
.landing canvas { background: #dedbd3; }
#wa_web_initial_startup { display: grid; place-content: center; height: 100%; text-align: center; }
#side { display: flex; flex-direction: column; min-height: 0; background: #fff; border-inline-end: 1px solid #dedbd3; }
#side > div:first-child { padding: .75rem; }
#side input { width: 100%; padding: .5rem .9rem; border: 0; border-radius: 2rem; background: #f2efe9; font: inherit; }
[role=tablist] { display: flex; gap: .4rem; padding: 0 .75rem .5rem; }
[role=tab] { border: 1px solid #dedbd3; border-radius: 2rem; padding: .2rem .8rem; background: none; font: inherit; }
[role=tab][aria-selected=true] { background: #dcefe2; }
#pane-side { flex: 1; overflow-y: auto; min-height: 0; }
#pane-side > button { width: 100%; text-align: start; border: 0; background: none; padding: .6rem 1rem; font: inherit; color: #2a7f53; }
[role=grid] { position: relative; }
[role=grid] > [role=row] { position: absolute; inset-inline: 0; top: 0; cursor: pointer; }
[role=grid] [aria-selected=true] { background: #efece6; }
[data-testid=cell-frame-container] { display: flex; gap: .8rem; height: 76px; padding: .7rem 1rem; align-items: center; }
[data-testid=cell-frame-container] img { border-radius: 50%; background: #cdd8d0; display: block; }
[data-testid=cell-frame-container] > div:last-child { flex: 1; min-width: 0; }
[aria-colindex], [data-testid=cell-frame-secondary] { display: flex; justify-content: space-between; gap: .5rem; }
[data-testid=cell-frame-title], [data-testid=cell-frame-secondary] > div:first-child { min-width: 0; flex: 1; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
[data-testid=cell-frame-title] span[title] { font-weight: 500; }
[data-testid=cell-frame-title] span:not([title]) { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
[data-testid=cell-frame-primary-detail], [data-testid=last-msg-status] { color: #676d6a; font-size: .87em; }
[data-testid=last-msg-status] { display: flex; align-items: center; gap: .2rem; }
[data-testid=last-msg-status] > span[dir] { overflow: hidden; text-overflow: ellipsis; }
[data-testid=icon-unread-count] { display: inline-block; min-width: 1.4em; height: 1.4em; border-radius: 1em; padding: 0 .4em; background: #2a7f53; color: #fff; font-size: .8em; text-align: center; }
svg { width: 1em; height: 1em; fill: none; stroke: currentColor; }
#main { display: flex; flex-direction: column; min-height: 0; height: 100vh; }
#main header { display: flex; justify-content: space-between; padding: .8rem 1.2rem; background: #fff; border-bottom: 1px solid #dedbd3; }
#main header [data-testid=conversation-info-header-chat-title] { font-weight: 600; }
#main header [data-testid=chat-subtitle] { color: #676d6a; font-size: .85em; }
#main > div { flex: 1; min-height: 0; }
[data-testid=conversation-panel-messages] { height: 100%; overflow-y: auto; padding: 1rem 8%; }
[data-testid=conversation-panel-messages] > [tabindex] { text-align: center; margin: .6rem 0; }
[data-testid=conversation-panel-messages] > [tabindex] span { background: #fff; border-radius: .5rem; padding: .25rem .7rem; font-size: .85em; color: #676d6a; }
[data-testid=msg-container] { width: fit-content; max-width: 70%; background: #fff; border-radius: .6rem; padding: .35rem .6rem .3rem; margin-block: .12rem; white-space: pre-wrap; overflow-wrap: anywhere; }
[data-own] [data-testid=msg-container], [data-own] [data-testid=addon-bubble-container] { margin-inline-start: auto; }
[data-own] [data-testid=msg-container] { background: #dcefd6; }
[data-app-text-template] { color: #2a6f7f; }
[data-testid=icon-mentions]::after { content: '@'; font-size: .8em; }
[data-testid=msg-container] [aria-hidden=true] span, [data-icon^=tail] { display: none; }
[data-testid=author] { color: #2a6f7f; font-size: .87em; font-weight: 500; }
[data-testid=quoted-message] { border-inline-start: 3px solid #2a7f53; background: #0000000d; border-radius: .3rem; padding: .2rem .5rem; }
[data-testid=quoted-message] span { display: block; }
[data-testid=msg-meta] { display: flex; justify-content: flex-end; gap: .3rem; color: #676d6a; font-size: .75em; }
[data-testid=msg-notification-container] { text-align: center; font-size: .85em; color: #676d6a; margin: .5rem; }
[data-testid=media-album] { display: grid; gap: .2rem; width: 18rem; }
[data-testid=image-content], [data-testid=image-thumb], [data-testid=video-content] { width: 15rem; height: 9rem; border-radius: .4rem; background: linear-gradient(135deg, #c9d8cd, #e6dcc8); }
[data-testid=image-thumb] img { display: none; }
[data-testid=addon-bubble-container] { width: fit-content; }
[data-testid=reaction-bubble] { border: 1px solid #dedbd3; border-radius: 1rem; background: #fff; padding: .05rem .4rem; margin-top: -.3rem; }
img.emoji { width: 1.25em; height: 1.25em; vertical-align: -.25em; }
footer { padding: .7rem 1.2rem; background: #fff; }
footer .copyable-area { display: flex; gap: .6rem; align-items: center; }
footer .lexical-rich-text-input { flex: 1; background: #f2efe9; border-radius: 1.2rem; padding: .5rem 1rem; }
footer p { margin: 0; }
svg { display: none; }
#main > button { display: none; }
button:empty, button:has(> svg:only-child) { border: 0; background: none; }
[data-testid=mute-notifications-refreshed]::after { content: '🔕'; font-size: .8em; }
[aria-colindex] > span > div:not([aria-hidden]):not([data-testid])::after { content: '📌'; font-size: .8em; }
[data-testid=msg-meta][role=button] > div::after { content: '✓✓'; color: #2a6f9f; }
[data-icon=audio-play]::after { content: '▶'; }
[data-icon=ptt-status]::after { content: '🎤 0:41'; }
[data-icon=document-PDF-icon]::after { content: '📄 '; }
[data-icon=media-play]::after { content: '▶'; }
[data-icon=recalled]::after { content: '🚫 '; }
[role=button][title] span[title] { color: #676d6a; font-size: .85em; margin-inline-start: .6rem; }
`;
