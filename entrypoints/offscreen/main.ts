import { serveOffscreen } from '@/lib/cells/serve-offscreen';

serveOffscreen(() => window.close());
