import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Network } from '@/lib/model';
import type { ChatListActions } from '@/lib/networks/adapter';
import { catchUpOnPage } from '@/lib/networks/catch-up-on-page';
import { actions as instagram } from '@/lib/networks/instagram/actions';
import { actions as messenger } from '@/lib/networks/messenger/actions';
import { readerOfPage } from '@/lib/networks/page-reader';
import { actions as whatsapp } from '@/lib/networks/whatsapp/actions';

const actions: Record<Network, ChatListActions> = { whatsapp, messenger, instagram };

/** Joins the reader of a page when the user asks for the first time to catch it up. */
export default defineUnlistedScript(() => {
	const reader = readerOfPage();
	if (reader) catchUpOnPage(reader, actions[reader.network]);
});
