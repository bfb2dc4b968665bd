// write.c: output to a descriptor, whole.
#include "base/write.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

void write_whole(int fd, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t done = write(fd, bytes, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0 && errno == EAGAIN) {
            poll(&(struct pollfd){.fd = fd, .events = POLLOUT}, 1, -1);
            continue;
        }
        if (done <= 0)
            return;
        bytes += done;
        n -= (size_t)done;
    }
}
