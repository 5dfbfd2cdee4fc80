/* Moves the wall clock of whatever it is loaded into, and no other clock. */
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

int clock_gettime(clockid_t clock, struct timespec *now) {
	int result = syscall(SYS_clock_gettime, clock, now);
	const char *shift = getenv("STUBE_CLOCK_SHIFT");
	if (result == 0 && shift && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
		now->tv_sec += atol(shift);
	return result;
}

int gettimeofday(struct timeval *now, void *zone) {
	struct timespec precise;
	(void)zone;
	int result = clock_gettime(CLOCK_REALTIME, &precise);
	now->tv_sec = precise.tv_sec;
	now->tv_usec = precise.tv_nsec / 1000;
	return result;
}

time_t time(time_t *at) {
	struct timespec precise;
	clock_gettime(CLOCK_REALTIME, &precise);
	if (at) *at = precise.tv_sec;
	return precise.tv_sec;
}
