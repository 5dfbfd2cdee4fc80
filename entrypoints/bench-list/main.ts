/** What the popup's store does before there is anything to draw. Not part of what people install. */
import { openStore } from '@/lib/store/open-store';
import { reach } from '../bench/reach';

const store = await openStore();
const { rows } = await store.view(Date.now());
if (rows.length === 0) throw new Error('Nothing is listed.');
reach();
