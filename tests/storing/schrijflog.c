/* Logs everything a program does to the files under one folder, in the order in which it does it.
 *
 * Loaded before the C library (LD_PRELOAD). TK_STORING_WORTEL is the folder, TK_STORING_LOG the file to log to, and
 * what is written to the descriptor TK_STORING_ERKEND is logged as an acknowledgement. One record (little-endian):
 *   char what; int32 process; int32 descriptor; int64 place; uint32 n1; uint32 n2; n1 bytes; n2 bytes
 * with what: O open (place: flags; path), C close, D copy of a descriptor (place: the new one), W write, T cut off,
 * S sync, R rename (both paths), U unlink, M make folder, X remove folder, A acknowledged.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MEESTE 4096
static char wortel[PATH_MAX];
static size_t wortellengte;
static int logboek = -1, erkend = -1;
static char volgt[MEESTE];
static pthread_mutex_t om_de_beurt = PTHREAD_MUTEX_INITIALIZER;

#define ECHT(naam) ((__typeof__(&naam))dlsym(RTLD_NEXT, #naam))

__attribute__((constructor)) static void begin(void) {
    const char *waar = getenv("TK_STORING_WORTEL"), *log = getenv("TK_STORING_LOG"), *wie = getenv("TK_STORING_ERKEND");
    if (!waar || !log) return;
    snprintf(wortel, sizeof wortel, "%s", waar);
    wortellengte = strlen(wortel);
    int handle = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    logboek = fcntl(handle, F_DUPFD_CLOEXEC, 900);
    syscall(SYS_close, handle);
    if (wie) erkend = atoi(wie);
}

static void noteer(char wat, int fd, int64_t plek, const void *een, uint32_t n1, const void *twee, uint32_t n2) {
    char kop[25];
    int32_t proces = getpid(), nummer = fd;
    kop[0] = wat;
    memcpy(kop + 1, &proces, 4);
    memcpy(kop + 5, &nummer, 4);
    memcpy(kop + 9, &plek, 8);
    memcpy(kop + 17, &n1, 4);
    memcpy(kop + 21, &n2, 4);
    struct iovec delen[3] = {{kop, 25}, {(void *)een, n1}, {(void *)twee, n2}};
    syscall(SYS_writev, logboek, delen, 3);
}

/* The whole path of a name, when it is under the folder; else NULL. */
static const char *onder(int map, const char *pad, char *uit) {
    if (logboek < 0 || !pad) return NULL;
    if (pad[0] == '/')
        snprintf(uit, PATH_MAX, "%s", pad);
    else {
        char hier[PATH_MAX], naam[64];
        if (map == AT_FDCWD) {
            if (!getcwd(hier, sizeof hier)) return NULL;
        } else {
            snprintf(naam, sizeof naam, "/proc/self/fd/%d", map);
            ssize_t n = readlink(naam, hier, sizeof hier - 1);
            if (n < 0) return NULL;
            hier[n] = 0;
        }
        if (snprintf(uit, PATH_MAX, "%s/%s", hier, pad) >= PATH_MAX) return NULL;
    }
    return strncmp(uit, wortel, wortellengte) == 0 && (uit[wortellengte] == '/' || !uit[wortellengte]) ? uit : NULL;
}

static int hoort_erbij(int fd) { return logboek >= 0 && fd >= 0 && fd < MEESTE && volgt[fd]; }

static int geopend(int fd, int map, const char *pad, int vlaggen) {
    char heel[PATH_MAX];
    if (fd < 0 || fd >= MEESTE) return fd;
    volgt[fd] = 0;
    if (!(vlaggen & O_PATH) && onder(map, pad, heel)) {
        volgt[fd] = 1;
        noteer('O', fd, vlaggen, heel, strlen(heel), NULL, 0);
    }
    return fd;
}

#define OPENT(naam, map, ...)                                                                                          \
    mode_t rechten = 0;                                                                                                \
    if (vlaggen & (O_CREAT | O_TMPFILE)) {                                                                             \
        va_list rest;                                                                                                  \
        va_start(rest, vlaggen);                                                                                       \
        rechten = va_arg(rest, mode_t);                                                                                \
        va_end(rest);                                                                                                  \
    }                                                                                                                  \
    pthread_mutex_lock(&om_de_beurt);                                                                                  \
    int fd = geopend(ECHT(naam)(__VA_ARGS__, vlaggen, rechten), map, pad, vlaggen);                                    \
    int fout = errno;                                                                                                  \
    pthread_mutex_unlock(&om_de_beurt);                                                                                \
    errno = fout;                                                                                                      \
    return fd;

int open(const char *pad, int vlaggen, ...) { OPENT(open, AT_FDCWD, pad) }
int open64(const char *pad, int vlaggen, ...) { OPENT(open64, AT_FDCWD, pad) }
int openat(int map, const char *pad, int vlaggen, ...) { OPENT(openat, map, map, pad) }
int openat64(int map, const char *pad, int vlaggen, ...) { OPENT(openat64, map, map, pad) }

#define DOE(gelukt, na)                                                                                                \
    pthread_mutex_lock(&om_de_beurt);                                                                                  \
    __typeof__(gelukt) uit = gelukt;                                                                                   \
    int fout = errno;                                                                                                  \
    if (uit >= 0) { na; }                                                                                              \
    pthread_mutex_unlock(&om_de_beurt);                                                                                \
    errno = fout;                                                                                                      \
    return uit;

static void geschreven(int fd, const void *gegevens, ssize_t n, int64_t plek) {
    if (fd == erkend && logboek >= 0)
        noteer('A', fd, 0, gegevens, n, NULL, 0);
    else if (hoort_erbij(fd))
        noteer('W', fd, plek < 0 ? syscall(SYS_lseek, fd, 0, SEEK_CUR) - n : plek, gegevens, n, NULL, 0);
}

ssize_t write(int fd, const void *g, size_t n) { DOE(ECHT(write)(fd, g, n), geschreven(fd, g, uit, -1)) }
ssize_t pwrite(int fd, const void *g, size_t n, off_t plek) { DOE(ECHT(pwrite)(fd, g, n, plek), geschreven(fd, g, uit, plek)) }
ssize_t pwrite64(int fd, const void *g, size_t n, off64_t plek) {
    DOE(ECHT(pwrite64)(fd, g, n, plek), geschreven(fd, g, uit, plek))
}

/* Ways of writing that are not followed: refused for these files, and the caller takes the ordinary one. */
ssize_t sendfile(int naar, int van, off_t *plek, size_t n) {
    if (hoort_erbij(naar)) return errno = EINVAL, -1;
    return ECHT(sendfile)(naar, van, plek, n);
}
ssize_t sendfile64(int naar, int van, off64_t *plek, size_t n) {
    if (hoort_erbij(naar)) return errno = EINVAL, -1;
    return ECHT(sendfile64)(naar, van, plek, n);
}
ssize_t copy_file_range(int van, off64_t *a, int naar, off64_t *b, size_t n, unsigned v) {
    if (hoort_erbij(naar)) return errno = EINVAL, -1;
    return ECHT(copy_file_range)(van, a, naar, b, n, v);
}
ssize_t writev(int fd, const struct iovec *delen, int n) {
    if (hoort_erbij(fd)) return errno = EINVAL, -1;
    return ECHT(writev)(fd, delen, n);
}

#define AF(fd) if (hoort_erbij(fd))
int ftruncate(int fd, off_t n) { DOE(ECHT(ftruncate)(fd, n), AF(fd) noteer('T', fd, n, NULL, 0, NULL, 0)) }
int ftruncate64(int fd, off64_t n) { DOE(ECHT(ftruncate64)(fd, n), AF(fd) noteer('T', fd, n, NULL, 0, NULL, 0)) }
int fsync(int fd) { DOE(ECHT(fsync)(fd), AF(fd) noteer('S', fd, 0, NULL, 0, NULL, 0)) }
int fdatasync(int fd) { DOE(ECHT(fdatasync)(fd), AF(fd) noteer('S', fd, 0, NULL, 0, NULL, 0)) }
int close(int fd) {
    int was = hoort_erbij(fd);
    DOE((was ? (volgt[fd] = 0) : 0, ECHT(close)(fd)), if (was) noteer('C', fd, 0, NULL, 0, NULL, 0))
}
static void verdubbeld(int fd, int kopie) {
    if (kopie >= MEESTE) return;
    volgt[kopie] = hoort_erbij(fd);
    AF(fd) noteer('D', fd, kopie, NULL, 0, NULL, 0);
}
int dup(int fd) { DOE(ECHT(dup)(fd), verdubbeld(fd, uit)) }
int dup2(int fd, int kopie) { DOE(ECHT(dup2)(fd, kopie), verdubbeld(fd, uit)) }
int dup3(int fd, int kopie, int v) { DOE(ECHT(dup3)(fd, kopie, v), verdubbeld(fd, uit)) }

static void namen(char wat, int m1, const char *p1, int m2, const char *p2) {
    char een[PATH_MAX], twee[PATH_MAX];
    const char *a = onder(m1, p1, een), *b = p2 ? onder(m2, p2, twee) : NULL;
    if (a || b) noteer(wat, -1, 0, a ? a : "", a ? strlen(a) : 0, b ? b : "", b ? strlen(b) : 0);
}
int rename(const char *a, const char *b) { DOE(ECHT(rename)(a, b), namen('R', AT_FDCWD, a, AT_FDCWD, b)) }
int renameat(int m, const char *a, int k, const char *b) { DOE(ECHT(renameat)(m, a, k, b), namen('R', m, a, k, b)) }
int unlink(const char *a) { DOE(ECHT(unlink)(a), namen('U', AT_FDCWD, a, 0, NULL)) }
int unlinkat(int m, const char *a, int v) { DOE(ECHT(unlinkat)(m, a, v), namen(v & AT_REMOVEDIR ? 'X' : 'U', m, a, 0, NULL)) }
int mkdir(const char *a, mode_t r) { DOE(ECHT(mkdir)(a, r), namen('M', AT_FDCWD, a, 0, NULL)) }
int mkdirat(int m, const char *a, mode_t r) { DOE(ECHT(mkdirat)(m, a, r), namen('M', m, a, 0, NULL)) }
int rmdir(const char *a) { DOE(ECHT(rmdir)(a), namen('X', AT_FDCWD, a, 0, NULL)) }
