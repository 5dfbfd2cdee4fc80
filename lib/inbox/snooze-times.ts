import { hourMs } from '../model';

/** When what is put away comes back, as people say it. */
export interface SnoozeTimes {
	/** In some hours, on the hour; `null` late in the evening. */
	laterToday: number | null;
	/** Eight in the morning. */
	tomorrow: number;
	/** Eight on Monday morning. */
	nextWeek: number;
}

const laterHours = 3;
const morning = 8;
/** Who puts something away after that means tomorrow. */
const lastHour = 21;

/** In the local time of the device. */
export function snoozeTimes(now: number): SnoozeTimes {
	const today = new Date(now);
	const morningIn = (days: number): number =>
		new Date(today.getFullYear(), today.getMonth(), today.getDate() + days, morning).getTime();
	const later = new Date(now + laterHours * hourMs);
	later.setMinutes(0, 0, 0);
	const isToday = later.getDate() === today.getDate() && later.getHours() <= lastHour;
	return {
		laterToday: isToday ? later.getTime() : null,
		tomorrow: morningIn(1),
		nextWeek: morningIn((8 - today.getDay()) % 7 || 7),
	};
}
