/* Moves the wall clock of whatever it is loaded into, and no other clock. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long shift(void) {
	static long known;
	static int is_read;
	if (!is_read) {
		const char *told = getenv("STUBE_CLOCK_SHIFT");
		known = told ? atol(told) : 0;
		is_read = 1;
	}
	return known;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
	int result = syscall(SYS_clock_gettime, clock, now);
	if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
		now->tv_sec += shift();
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

/* The kernel wakes by its own clock: a deadline by the wall clock is told back to it. */
static struct timespec unmoved(const struct timespec *until) {
	struct timespec own = *until;
	if (own.tv_sec > 1000000000) own.tv_sec -= shift();
	return own;
}

int pthread_cond_timedwait(pthread_cond_t *cond, pthread_mutex_t *mutex, const struct timespec *until) {
	static int (*real)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
	struct timespec own = unmoved(until);
	if (!real) real = dlvsym(RTLD_NEXT, "pthread_cond_timedwait", "GLIBC_2.3.2");
	return real(cond, mutex, &own);
}

int sem_timedwait(sem_t *semaphore, const struct timespec *until) {
	static int (*real)(sem_t *, const struct timespec *);
	struct timespec own = unmoved(until);
	if (!real) real = dlsym(RTLD_NEXT, "sem_timedwait");
	return real(semaphore, &own);
}
