/*
 * A disk that fails on demand, below everything: preloaded into a Node process it stands between the program (SQLite included) and the
 * system's write, pwrite, fsync, fdatasync, rename and open. What it does is told by a control file that the tests map and write
 * (control.ts has the same layout); only files below the folder named there are touched. It can also keep a journal of every change and every
 * sync, from which the tests make images of what a power cut could have left.
 *
 * cc -shared -fPIC -O2 -o shim.so shim.c -ldl
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OP_WRITE = 1, OP_SYNC = 2, OP_RENAME = 4, OP_OPEN = 8 };

struct control {
  uint32_t ops;      /* which calls are counted */
  uint32_t sticky;   /* every call from the nth on fails, not only the nth */
  int32_t error;     /* errno; 0 means that a write is cut short */
  uint32_t journal;  /* changes are written down */
  uint64_t nth;      /* 0: nothing fails */
  uint64_t count;    /* calls seen */
  uint64_t fired;    /* calls that failed */
  char under[480];   /* only files below this folder */
};

static struct control *control;
static int journal_fd = -1;

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("JINGXUN_FAULT_CONTROL");
  const char *journal = getenv("JINGXUN_FAULT_JOURNAL");
  if (!path) return;
  int fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0);
  if (fd < 0) return;
  void *map = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  syscall(SYS_close, fd);
  if (map == MAP_FAILED) return;
  control = map;
  if (journal) journal_fd = (int)syscall(SYS_openat, AT_FDCWD, journal, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_on(void) { return control && control->under[0] && (control->nth || control->journal); }

static int is_under(const char *path) {
  size_t length = strlen(control->under);
  return strncmp(path, control->under, length) == 0 && (path[length] == '/' || path[length] == 0);
}

/* The path of an open file, empty where it is none of ours. */
static int path_of(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return is_under(path);
}

static int absolute(const char *path, char *out) {
  if (path[0] == '/') {
    snprintf(out, PATH_MAX, "%s", path);
  } else {
    char here[PATH_MAX / 2];
    if (!getcwd(here, sizeof here)) return 0;
    snprintf(out, PATH_MAX, "%s/%s", here, path);
  }
  return is_under(out);
}

/* Counts a call and says whether it is to fail. */
static int fails(uint32_t op) {
  if (!control->nth || !(control->ops & op)) return 0;
  /* Node writes and syncs on threads of its own as well. */
  uint64_t count = __atomic_add_fetch(&control->count, 1, __ATOMIC_SEQ_CST);
  int now = control->sticky ? count >= control->nth : count == control->nth;
  if (now) __atomic_add_fetch(&control->fired, 1, __ATOMIC_SEQ_CST);
  return now;
}

/* One line of the journal: kind, length of the path, offset, length of the data, path, data. */
static void note(char kind, const char *path, uint64_t offset, const void *data, uint32_t length) {
  if (!control->journal || journal_fd < 0) return;
  char head[15];
  uint16_t name = (uint16_t)strlen(path);
  head[0] = kind;
  memcpy(head + 1, &name, 2);
  memcpy(head + 3, &offset, 8);
  memcpy(head + 11, &length, 4);
  struct iovec parts[3] = {{head, sizeof head}, {(void *)path, name}, {(void *)data, data ? length : 0}};
  syscall(SYS_writev, journal_fd, parts, 3);
}

typedef ssize_t (*write_fn)(int, const void *, size_t);
typedef ssize_t (*pwrite_fn)(int, const void *, size_t, off_t);
typedef int (*sync_fn)(int);
typedef int (*open_fn)(const char *, int, ...);
typedef int (*openat_fn)(int, const char *, int, ...);
typedef int (*rename_fn)(const char *, const char *);
typedef int (*path_fn)(const char *);
typedef int (*mkdir_fn)(const char *, mode_t);
typedef int (*truncate_fn)(int, off_t);

ssize_t write(int fd, const void *data, size_t length) {
  static write_fn next;
  if (!next) next = (write_fn)real("write");
  char path[PATH_MAX];
  if (!is_on() || !path_of(fd, path)) return next(fd, data, length);
  if (fails(OP_WRITE)) {
    if (control->error || length < 2) {
      errno = control->error ? control->error : ENOSPC;
      return -1;
    }
    length /= 2;
  }
  off_t at = lseek(fd, 0, SEEK_CUR);
  ssize_t done = next(fd, data, length);
  if (done > 0) note('W', path, (uint64_t)at, data, (uint32_t)done);
  return done;
}

static ssize_t pwrite_by(const char *name, pwrite_fn *next, int fd, const void *data, size_t length, off_t at) {
  if (!*next) *next = (pwrite_fn)real(name);
  char path[PATH_MAX];
  if (!is_on() || !path_of(fd, path)) return (*next)(fd, data, length, at);
  if (fails(OP_WRITE)) {
    if (control->error || length < 2) {
      errno = control->error ? control->error : ENOSPC;
      return -1;
    }
    length /= 2;
  }
  ssize_t done = (*next)(fd, data, length, at);
  if (done > 0) note('W', path, (uint64_t)at, data, (uint32_t)done);
  return done;
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t at) {
  static pwrite_fn next;
  return pwrite_by("pwrite", &next, fd, data, length, at);
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) {
  static pwrite_fn next;
  return pwrite_by("pwrite64", &next, fd, data, length, at);
}

static int sync_by(const char *name, sync_fn *next, int fd) {
  if (!*next) *next = (sync_fn)real(name);
  char path[PATH_MAX];
  if (!is_on() || !path_of(fd, path)) return (*next)(fd);
  if (fails(OP_SYNC)) {
    errno = control->error ? control->error : EIO;
    return -1;
  }
  int done = (*next)(fd);
  if (done == 0) note('S', path, 0, NULL, 0);
  return done;
}

int fsync(int fd) {
  static sync_fn next;
  return sync_by("fsync", &next, fd);
}
int fdatasync(int fd) {
  static sync_fn next;
  return sync_by("fdatasync", &next, fd);
}

int ftruncate(int fd, off_t length) {
  static truncate_fn next;
  if (!next) next = (truncate_fn)real("ftruncate");
  char path[PATH_MAX];
  int done = next(fd, length);
  if (done == 0 && is_on() && path_of(fd, path)) note('T', path, (uint64_t)length, NULL, 0);
  return done;
}
int ftruncate64(int fd, off64_t length) { return ftruncate(fd, length); }

/* -1 with errno where the opening is to fail, else 0; `made` says whether it would make a file. */
static int before_open(const char *path, int flags, char *whole, int *made) {
  *made = 0;
  if (!is_on() || !absolute(path, whole)) return 0;
  if (fails(OP_OPEN)) {
    errno = control->error ? control->error : EIO;
    return -1;
  }
  struct stat seen;
  *made = (flags & O_CREAT) && stat(whole, &seen) != 0;
  if ((flags & O_TRUNC) && !*made) note('T', whole, 0, NULL, 0);
  return 0;
}

#define OPEN_BODY(call)                                   \
  mode_t mode = 0;                                        \
  if (flags & (O_CREAT | O_TMPFILE)) {                    \
    va_list rest;                                         \
    va_start(rest, flags);                                \
    mode = va_arg(rest, mode_t);                          \
    va_end(rest);                                         \
  }                                                       \
  char whole[PATH_MAX];                                   \
  int made;                                               \
  if (before_open(path, flags, whole, &made)) return -1;  \
  int fd = call;                                          \
  if (fd >= 0 && made) note('C', whole, 0, NULL, 0);      \
  return fd;

int open(const char *path, int flags, ...) {
  static open_fn next;
  if (!next) next = (open_fn)real("open");
  OPEN_BODY(next(path, flags, mode))
}
int open64(const char *path, int flags, ...) {
  static open_fn next;
  if (!next) next = (open_fn)real("open64");
  OPEN_BODY(next(path, flags, mode))
}
int openat(int at, const char *path, int flags, ...) {
  static openat_fn next;
  if (!next) next = (openat_fn)real("openat");
  OPEN_BODY(next(at, path, flags, mode))
}
int openat64(int at, const char *path, int flags, ...) {
  static openat_fn next;
  if (!next) next = (openat_fn)real("openat64");
  OPEN_BODY(next(at, path, flags, mode))
}

int rename(const char *from, const char *to) {
  static rename_fn next;
  if (!next) next = (rename_fn)real("rename");
  char whole[PATH_MAX];
  char target[PATH_MAX];
  if (!is_on() || !absolute(to, target)) return next(from, to);
  if (fails(OP_RENAME)) {
    errno = control->error ? control->error : EIO;
    return -1;
  }
  absolute(from, whole);
  int done = next(from, to);
  if (done == 0) note('R', whole, 0, target, (uint32_t)strlen(target));
  return done;
}

static int remove_by(const char *name, path_fn *next, const char *path) {
  if (!*next) *next = (path_fn)real(name);
  char whole[PATH_MAX];
  int done = (*next)(path);
  if (done == 0 && is_on() && absolute(path, whole)) note('U', whole, 0, NULL, 0);
  return done;
}
int unlink(const char *path) {
  static path_fn next;
  return remove_by("unlink", &next, path);
}
int rmdir(const char *path) {
  static path_fn next;
  return remove_by("rmdir", &next, path);
}

int mkdir(const char *path, mode_t mode) {
  static mkdir_fn next;
  if (!next) next = (mkdir_fn)real("mkdir");
  char whole[PATH_MAX];
  int done = next(path, mode);
  if (done == 0 && is_on() && absolute(path, whole)) note('M', whole, 0, NULL, 0);
  return done;
}
