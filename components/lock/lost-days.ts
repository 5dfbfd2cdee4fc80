import { createContext } from 'preact';
import type { LostDays } from '@/lib/inbox/lost-days';

/** The days of which something came while it was locked and had to go before anybody read it. */
export const LostDaysContext = createContext<LostDays>([]);
