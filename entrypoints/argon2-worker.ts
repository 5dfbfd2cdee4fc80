import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveArgon2 } from '@/lib/vault/serve-argon2';

/** The thread that turns a passphrase into a key, for most of a second. */
export default defineUnlistedScript(() => serveArgon2());
