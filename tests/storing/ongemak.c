/* Makes a computer inconvenient for one program, when it is loaded before the C library (LD_PRELOAD):
 *   TK_ONGEMAK_KLOK   seconds that its clock is ahead, or behind;
 *   TK_ONGEMAK_SCHIJF milliseconds that its disk takes each time before something is sure to be on it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define ECHT(naam) ((__typeof__(&naam))dlsym(RTLD_NEXT, #naam))

static time_t scheef(void) {
    const char *hoeveel = getenv("TK_ONGEMAK_KLOK");
    return hoeveel ? atol(hoeveel) : 0;
}

static void wacht(void) {
    const char *hoelang = getenv("TK_ONGEMAK_SCHIJF");
    if (hoelang) usleep(1000 * atol(hoelang));
}

int clock_gettime(clockid_t welke, struct timespec *moment) {
    int uit = ECHT(clock_gettime)(welke, moment);
    if (uit == 0 && (welke == CLOCK_REALTIME || welke == CLOCK_REALTIME_COARSE)) moment->tv_sec += scheef();
    return uit;
}

int gettimeofday(struct timeval *moment, void *zone) {
    int uit = ECHT(gettimeofday)(moment, zone);
    if (uit == 0) moment->tv_sec += scheef();
    return uit;
}

time_t time(time_t *moment) {
    time_t uit = ECHT(time)(NULL) + scheef();
    if (moment) *moment = uit;
    return uit;
}

int fsync(int bestand) {
    wacht();
    return ECHT(fsync)(bestand);
}

int fdatasync(int bestand) {
    wacht();
    return ECHT(fdatasync)(bestand);
}
