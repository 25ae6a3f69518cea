#pragma once

#include <stdbool.h>
#include <stddef.h>

/* DOT text in, positions and bytes out: all that Sightline needs of Graphviz.
 *
 * Graphviz keeps its state in globals. Whoever calls anything here holds one process-wide lock
 * from `sightline_layout` to `sightline_close`, and around each of the other functions. */

/* A graph that has been read and laid out. */
typedef struct SightlineLayout SightlineLayout;

/* Where a node lies, in points, y upwards: its centre and its size. */
typedef struct {
  const char *name;
  double x, y, width, height;
} SightlineNode;

/* One corner or control point, in points, y upwards. */
typedef struct {
  double x, y;
} SightlinePoint;

/* The rectangle around a drawing, in points, y upwards. */
typedef struct {
  double left, bottom, right, top;
} SightlineBounds;

/* Bytes that the caller gives back to `sightline_free_bytes`. */
typedef struct {
  char *data;
  size_t length;
} SightlineBytes;

/* Reads DOT text and lays it out; null where memory is out. After a failure (see
 * `sightline_failure`) only `sightline_failure` and `sightline_close` may be called on it. */
SightlineLayout *sightline_layout(const char *dot, size_t length, const char *engine);

/* What went wrong in the layout or in the last rendering, or null. */
const char *sightline_failure(const SightlineLayout *layout);

/* Frees a layout. */
void sightline_close(SightlineLayout *layout);

SightlineBounds sightline_bounds(const SightlineLayout *layout);

size_t sightline_node_count(const SightlineLayout *layout);

/* The node at a place in the order of the text. The name lives as long as the layout. */
SightlineNode sightline_node(const SightlineLayout *layout, size_t place);

/* The number of edges, in the order of their tails, then of the text. */
size_t sightline_edge_count(const SightlineLayout *layout);

/* The names of the two ends of an edge; they live as long as the layout. */
void sightline_edge_ends(const SightlineLayout *layout, size_t place, const char **tail,
                         const char **head);

/* Copies up to `capacity` points of the Bezier curves of an edge, one curve after the other, and
 * returns how many there are. */
size_t sightline_edge_points(const SightlineLayout *layout, size_t place, SightlinePoint *points,
                             size_t capacity);

/* Draws a layout in a format; any number of times. `dpi` is for pixels, 0 for formats in points.
 * Without data after a failure. */
SightlineBytes sightline_render(SightlineLayout *layout, const char *format, double dpi);

void sightline_free_bytes(SightlineBytes bytes);

/* The version of the Graphviz library that runs; lives as long as the process. */
const char *sightline_graphviz_version(void);

/* The names of the plugins of a kind ("layout", "device", "render", "textlayout"), each followed
 * by a newline, or without data if there are none. */
SightlineBytes sightline_plugins(const char *kind);
