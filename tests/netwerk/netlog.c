/* Logs every name a program looks up and every address on a network that it speaks to or listens on.
 *
 * Loaded before the C library (LD_PRELOAD), in every process that the program starts as well. TK_NETLOG is the file; a
 * line is what was done and with whom. What stays on this machine without a network (sockets of the file system, the
 * screen) is not logged.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#define ECHT(naam) ((__typeof__(&naam))dlsym(RTLD_NEXT, #naam))

static void schrijf(const char *wat, const char *wie, int poort) {
    const char *waar = getenv("TK_NETLOG");
    char regel[1200];
    if (!waar) return;
    int lang = snprintf(regel, sizeof regel, "%s %.1000s %d\n", wat, wie ? wie : "-", poort);
    int log = syscall(SYS_openat, AT_FDCWD, waar, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    syscall(SYS_write, log, regel, lang);
    syscall(SYS_close, log);
}

static void noteer(const char *wat, const struct sockaddr *adres) {
    char wie[INET6_ADDRSTRLEN] = "?";
    if (!adres) return;
    if (adres->sa_family == AF_INET) {
        const struct sockaddr_in *vier = (const struct sockaddr_in *)adres;
        inet_ntop(AF_INET, &vier->sin_addr, wie, sizeof wie);
        schrijf(wat, wie, ntohs(vier->sin_port));
    } else if (adres->sa_family == AF_INET6) {
        const struct sockaddr_in6 *zes = (const struct sockaddr_in6 *)adres;
        inet_ntop(AF_INET6, &zes->sin6_addr, wie, sizeof wie);
        schrijf(wat, wie, ntohs(zes->sin6_port));
    }
}

int connect(int fd, const struct sockaddr *adres, socklen_t lang) {
    noteer("connect", adres);
    return ECHT(connect)(fd, adres, lang);
}

int bind(int fd, const struct sockaddr *adres, socklen_t lang) {
    noteer("bind", adres);
    return ECHT(bind)(fd, adres, lang);
}

ssize_t sendto(int fd, const void *wat, size_t n, int hoe, const struct sockaddr *adres, socklen_t lang) {
    noteer("sendto", adres);
    return ECHT(sendto)(fd, wat, n, hoe, adres, lang);
}

ssize_t sendmsg(int fd, const struct msghdr *bericht, int hoe) {
    noteer("sendmsg", bericht->msg_name);
    return ECHT(sendmsg)(fd, bericht, hoe);
}

int getaddrinfo(const char *naam, const char *dienst, const struct addrinfo *wens, struct addrinfo **uit) {
    schrijf("getaddrinfo", naam, 0);
    return ECHT(getaddrinfo)(naam, dienst, wens, uit);
}

struct hostent *gethostbyname(const char *naam) {
    schrijf("gethostbyname", naam, 0);
    return ECHT(gethostbyname)(naam);
}
