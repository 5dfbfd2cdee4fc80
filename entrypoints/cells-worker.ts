import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveWorker } from '@/lib/cells/serve-worker';

/** The thread that overwrites: nothing else may hold a handle that writes in place. */
export default defineUnlistedScript(() => serveWorker());
