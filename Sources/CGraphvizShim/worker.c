#include "worker.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0 /* where it is missing, the socket itself is told, see below */
#endif

bool sightline_connect(int *near, int *far) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return false;
  for (int end = 0; end < 2; end++) {
    fcntl(ends[end], F_SETFD, FD_CLOEXEC);
#ifdef SO_NOSIGPIPE
    int on = 1;
    setsockopt(ends[end], SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
  }
  *near = ends[0];
  *far = ends[1];
  return true;
}

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* Waits until a socket is ready: 1, or 0 when the time is over, or -1. */
static int wait_for(int socket, short events, long long deadline) {
  for (;;) {
    long long left = deadline < 0 ? -1 : deadline - now();
    if (deadline >= 0 && left <= 0) return 0;
    struct pollfd poller = {.fd = socket, .events = events};
    int ready = poll(&poller, 1, (int)left);
    if (ready >= 0) return ready;
    if (errno != EINTR) return -1;
  }
}

bool sightline_send(int socket, const void *bytes, size_t length, int milliseconds) {
  const char *rest = bytes;
  long long deadline = milliseconds < 0 ? -1 : now() + milliseconds;
  while (length > 0) {
    if (wait_for(socket, POLLOUT, deadline) <= 0) return false;
    ssize_t sent = send(socket, rest, length, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && errno != EINTR && errno != EAGAIN) return false;
    if (sent > 0) {
      rest += sent;
      length -= (size_t)sent;
    }
  }
  return true;
}

SightlineReceipt sightline_receive(int socket, void *buffer, size_t length, int milliseconds) {
  char *rest = buffer;
  long long deadline = milliseconds < 0 ? -1 : now() + milliseconds;
  while (length > 0) {
    int ready = wait_for(socket, POLLIN, deadline);
    if (ready == 0) return SightlineLate;
    if (ready < 0) return SightlineEnded;
    ssize_t received = recv(socket, rest, length, 0);
    if (received == 0 || (received < 0 && errno != EINTR)) return SightlineEnded;
    if (received > 0) {
      rest += received;
      length -= (size_t)received;
    }
  }
  return SightlineReceived;
}

void sightline_limit_memory(size_t bytes) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_AS, &limit) != 0) return;
  if (limit.rlim_max == RLIM_INFINITY || bytes < limit.rlim_max) limit.rlim_cur = (rlim_t)bytes;
  setrlimit(RLIMIT_AS, &limit);
}

void sightline_limit_time(unsigned seconds) { alarm(seconds); }
