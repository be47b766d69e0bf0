/* Stands before the system's own fsync and fdatasync, and lets one of them fail once, as a disk
 * does that has an error. Python calls the two functions at the end. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>

static int came, wanted;

static int sync_or_fail(const char *name, int handle) {
    int (*own)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    if (++came == wanted) {
        errno = EIO;
        return -1;
    }
    return own(handle);
}

int fsync(int handle) { return sync_or_fail("fsync", handle); }

int fdatasync(int handle) { return sync_or_fail("fdatasync", handle); }

void fail_sync(int number) { came = 0, wanted = number; }

int syncs(void) { return came; }
