#pragma once

#include <stdbool.h>
#include <stddef.h>

/* What a process needs to have its drawings made by another: a line to it, and limits there. */

/* Makes a pair of connected sockets that no other program inherits by itself. */
bool sightline_connect(int *near, int *far);

/* Sends all bytes within some milliseconds. A receiver that is gone is a failure, not a signal. */
bool sightline_send(int socket, const void *bytes, size_t length, int milliseconds);

/* What came of waiting for bytes. */
typedef enum {
  SightlineReceived,
  SightlineEnded, /* the sender is gone */
  SightlineLate   /* the time is over */
} SightlineReceipt;

/* Fills a buffer within some milliseconds; waits for ever if they are below 0. */
SightlineReceipt sightline_receive(int socket, void *buffer, size_t length, int milliseconds);

/* Sets how much memory this process may take, in bytes. */
void sightline_limit_memory(size_t bytes);

/* Ends this process after some seconds, unless this is called again before; never if 0. */
void sightline_limit_time(unsigned seconds);
