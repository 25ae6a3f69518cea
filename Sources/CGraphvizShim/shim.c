#include "shim.h"

#include <gvc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- What Graphviz says ------------------------------------------------------------------- */

enum { log_capacity = 4096 };
static char log_text[log_capacity];
static size_t log_length;

/* Graphviz calls this with pieces of messages; what goes beyond the buffer is dropped. */
static int log_piece(char *piece) {
  size_t length = strlen(piece);
  if (length > log_capacity - 1 - log_length) length = log_capacity - 1 - log_length;
  memcpy(log_text + log_length, piece, length);
  log_length += length;
  log_text[log_length] = 0;
  return 0;
}

static void log_begin(void) {
  log_length = 0;
  log_text[0] = 0;
  agseterrf(log_piece);
  agreseterrors();
}

/* A return code of 0 is not enough: some failures only show in the log. */
static bool log_has_error(void) { return agerrors() != 0 || strstr(log_text, "Error:") != NULL; }

/* ---- Object ids ---------------------------------------------------------------------------- */

/* Graphviz 2.42 numbers objects by the address of their name and sorts clusters by that number,
 * so the order changes between two runs on one text. Here names are numbered as they come: named
 * objects 2, 4, 6, …, the others 1, 3, 5, …. */
typedef struct {
  char **names; /* the name of id 2 (i + 1) at place i */
  size_t count, capacity;
  size_t *slots; /* open addressing: place + 1, 0 where free; a power of two, half full at most */
  size_t slot_count;
  uint64_t next_anonymous;
} Names;

static uint64_t hash_name(const char *name) {
  uint64_t hash = 14695981039346656037u;
  for (; *name; name++) hash = (hash ^ (unsigned char)*name) * 1099511628211u;
  return hash;
}

static size_t *slot_of(const Names *names, const char *name) {
  size_t slot = hash_name(name) & (names->slot_count - 1);
  while (names->slots[slot] && strcmp(names->names[names->slots[slot] - 1], name) != 0)
    slot = (slot + 1) & (names->slot_count - 1);
  return &names->slots[slot];
}

static bool grow_names(Names *names) {
  size_t capacity = names->capacity ? 2 * names->capacity : 64;
  char **grown = realloc(names->names, capacity * sizeof *grown);
  if (!grown) return false;
  names->names = grown;
  size_t *slots = calloc(2 * capacity, sizeof *slots);
  if (!slots) return false;
  free(names->slots);
  names->slots = slots;
  names->slot_count = 2 * capacity;
  names->capacity = capacity;
  for (size_t place = 0; place < names->count; place++)
    *slot_of(names, names->names[place]) = place + 1;
  return true;
}

static void *open_ids(Agraph_t *graph, Agdisc_t *discipline) {
  (void)graph;
  (void)discipline;
  Names *names = calloc(1, sizeof *names);
  if (names) names->next_anonymous = 1;
  return names;
}

static long map_id(void *state, int type, char *name, IDTYPE *id, int create) {
  (void)type;
  Names *names = state;
  if (!names) return 0;
  if (!name) {
    *id = names->next_anonymous;
    names->next_anonymous += 2;
    return 1;
  }
  if (names->slot_count) {
    size_t slot = *slot_of(names, name);
    if (slot) {
      *id = 2 * (uint64_t)slot;
      return 1;
    }
  }
  if (!create) return 0;
  if (names->count == names->capacity && !grow_names(names)) return 0;
  char *copy = strdup(name);
  if (!copy) return 0;
  *slot_of(names, name) = names->count + 1;
  names->names[names->count++] = copy;
  *id = 2 * (uint64_t)names->count;
  return 1;
}

/* Ids are not used again within a graph, so a name stays until the graph is closed. */
static void free_id(void *state, int type, IDTYPE id) {
  (void)state;
  (void)type;
  (void)id;
}

static char *print_id(void *state, int type, IDTYPE id) {
  (void)type;
  Names *names = state;
  return names && id > 0 && id % 2 == 0 && id / 2 <= names->count ? names->names[id / 2 - 1] : NULL;
}

static void close_ids(void *state) {
  Names *names = state;
  if (!names) return;
  for (size_t place = 0; place < names->count; place++) free(names->names[place]);
  free(names->names);
  free(names->slots);
  free(names);
}

static void register_id(void *state, int type, void *object) {
  (void)state;
  (void)type;
  (void)object;
}

static Agiddisc_t sequential_ids;

/* Later versions have fewer members, so what is not said here is what Graphviz does by itself. */
static void prepare_ids(void) {
  sequential_ids = AgIdDisc;
  sequential_ids.open = open_ids;
  sequential_ids.map = map_id;
  sequential_ids.free = free_id;
  sequential_ids.print = print_id;
  sequential_ids.close = close_ids;
  sequential_ids.idregister = register_id;
}

/* ---- Reading ------------------------------------------------------------------------------- */

typedef struct {
  const char *text;
  size_t length, place;
} Source;

/* Hands out at most one line at a time, so that the scanner holds nothing beyond the graph's last
 * line when the next text begins. */
static int read_line(void *channel, char *buffer, int capacity) {
  Source *source = channel;
  int count = 0;
  while (count < capacity && source->place < source->length) {
    char next = source->text[source->place++];
    buffer[count++] = next;
    if (next == '\n') break;
  }
  return count;
}

/* Nothing is ever written through the discipline. */
static int write_nothing(void *channel, const char *text) {
  (void)channel;
  (void)text;
  return 0;
}

static int flush_nothing(void *channel) {
  (void)channel;
  return 0;
}

static Agiodisc_t memory_reader = {
    .afread = read_line, .putstr = write_nothing, .flush = flush_nothing};

/* ---- Layout -------------------------------------------------------------------------------- */

static GVC_t *context;

/* Later versions pack the moment of writing into a PDF where it cannot be found again; they take it
 * from here, as tools that build the same bytes twice do: 2000-01-01. */
static void open_context(void) {
  setenv("SOURCE_DATE_EPOCH", "946684800", 0);
  context = gvContext();
}

struct SightlineLayout {
  Agraph_t *graph;
  bool laid_out;
  bool failed;
  Agnode_t **nodes;
  size_t node_count;
  Agedge_t **edges;
  size_t edge_count;
  char message[log_capacity];
};

/* After a failure the context's next rendering would go to standard output: it is thrown away. */
static void fail(SightlineLayout *layout, const char *fallback) {
  layout->failed = true;
  snprintf(layout->message, sizeof layout->message, "%s", log_length ? log_text : fallback);
  if (layout->laid_out) {
    gvFreeLayout(context, layout->graph);
    layout->laid_out = false;
  }
  if (context) gvFreeContext(context);
  context = NULL;
}

static bool list_objects(SightlineLayout *layout) {
  size_t nodes = (size_t)agnnodes(layout->graph), edges = (size_t)agnedges(layout->graph);
  layout->nodes = calloc(nodes + 1, sizeof *layout->nodes);
  layout->edges = calloc(edges + 1, sizeof *layout->edges);
  if (!layout->nodes || !layout->edges) return false;
  for (Agnode_t *node = agfstnode(layout->graph); node; node = agnxtnode(layout->graph, node)) {
    if (layout->node_count < nodes) layout->nodes[layout->node_count++] = node;
    for (Agedge_t *edge = agfstout(layout->graph, node); edge;
         edge = agnxtout(layout->graph, edge))
      if (layout->edge_count < edges) layout->edges[layout->edge_count++] = edge;
  }
  return true;
}

SightlineLayout *sightline_layout(const char *dot, size_t length, const char *engine) {
  SightlineLayout *layout = calloc(1, sizeof *layout);
  if (!layout) return NULL;
  log_begin();
  if (!context) open_context();
  if (!context) {
    fail(layout, "Graphviz could not be started");
    return layout;
  }
  prepare_ids();
  Source source = {.text = dot, .length = length};
  Agdisc_t disciplines = {.id = &sequential_ids, .io = &memory_reader};
  layout->graph = agread(&source, &disciplines);
  if (!layout->graph || log_has_error()) {
    fail(layout, "the text holds no graph");
    return layout;
  }
  /* Some engines start from random places, and some go on from the last run's. */
  srand(1);
  srand48(1);
  srandom(1);
  int code = gvLayout(context, layout->graph, engine);
  layout->laid_out = code == 0;
  if (code != 0 || log_has_error()) {
    fail(layout, "the layout failed");
  } else if (!list_objects(layout)) {
    fail(layout, "out of memory");
  }
  return layout;
}

const char *sightline_failure(const SightlineLayout *layout) {
  return layout->failed ? layout->message : NULL;
}

void sightline_close(SightlineLayout *layout) {
  if (!layout) return;
  if (layout->laid_out && context) gvFreeLayout(context, layout->graph);
  if (layout->graph) agclose(layout->graph);
  free(layout->nodes);
  free(layout->edges);
  free(layout);
}

/* ---- Positions ----------------------------------------------------------------------------- */

SightlineBounds sightline_bounds(const SightlineLayout *layout) {
  boxf bounds = GD_bb(layout->graph);
  return (SightlineBounds){bounds.LL.x, bounds.LL.y, bounds.UR.x, bounds.UR.y};
}

size_t sightline_node_count(const SightlineLayout *layout) { return layout->node_count; }

SightlineNode sightline_node(const SightlineLayout *layout, size_t place) {
  Agnode_t *node = layout->nodes[place];
  pointf centre = ND_coord(node);
  return (SightlineNode){agnameof(node), centre.x, centre.y, 72 * ND_width(node),
                         72 * ND_height(node)};
}

size_t sightline_edge_count(const SightlineLayout *layout) { return layout->edge_count; }

void sightline_edge_ends(const SightlineLayout *layout, size_t place, const char **tail,
                         const char **head) {
  *tail = agnameof(agtail(layout->edges[place]));
  *head = agnameof(aghead(layout->edges[place]));
}

size_t sightline_edge_points(const SightlineLayout *layout, size_t place, SightlinePoint *points,
                             size_t capacity) {
  splines *curves = ED_spl(layout->edges[place]);
  size_t count = 0;
  if (!curves) return 0;
  for (size_t curve = 0; curve < (size_t)curves->size; curve++) {
    for (size_t point = 0; point < (size_t)curves->list[curve].size; point++) {
      pointf corner = curves->list[curve].list[point];
      if (count < capacity) points[count] = (SightlinePoint){corner.x, corner.y};
      count++;
    }
  }
  return count;
}

/* ---- Rendering ----------------------------------------------------------------------------- */

typedef char **(*ListWithHint)(GVC_t *, const char *, int *, char *);
typedef char **(*List)(GVC_t *, const char *, int *);
typedef void (*AnyFunction)(void);

/* The last parameter of `gvPluginList` went away in later versions. */
static char **list_plugins(const char *kind, int *count) {
  return _Generic(&gvPluginList,
      ListWithHint: ((ListWithHint)(AnyFunction)gvPluginList)(context, kind, count, NULL),
      default: ((List)(AnyFunction)gvPluginList)(context, kind, count));
}

static void free_plugins(char **list, int count) {
  if (!list) return;
  for (int place = 0; place < count; place++) free(list[place]);
  free(list);
}

static bool has_plugin(const char *kind, const char *name) {
  int count = 0;
  char **list = list_plugins(kind, &count);
  bool found = false;
  for (int place = 0; list && place < count; place++)
    found = found || (list[place] && strcmp(list[place], name) == 0);
  free_plugins(list, count);
  return found;
}

SightlineBytes sightline_render(SightlineLayout *layout, const char *format, double dpi) {
  SightlineBytes none = {NULL, 0};
  if (layout->failed || !layout->laid_out || !context) return none;
  log_begin();
  if (!has_plugin("device", format)) {
    fail(layout, "this Graphviz cannot write the format");
    return none;
  }
  GD_drawing(layout->graph)->dpi = dpi;
  /* The length is an unsigned in old versions and a size_t in new ones. */
  union {
    unsigned narrow;
    size_t wide;
  } length = {.wide = 0};
  char *data = NULL;
  int code = gvRenderData(context, layout->graph, format, &data, (void *)&length);
  if (code != 0 || log_has_error() || !data || length.wide == 0) {
    if (data) gvFreeRenderData(data);
    fail(layout, "the drawing could not be written");
    return none;
  }
  return (SightlineBytes){data, length.wide};
}

void sightline_free_bytes(SightlineBytes bytes) {
  if (bytes.data) gvFreeRenderData(bytes.data);
}

/* ---- Diagnosis ----------------------------------------------------------------------------- */

const char *sightline_graphviz_version(void) {
  if (!context) open_context();
  return context ? gvcVersion(context) : "";
}

SightlineBytes sightline_plugins(const char *kind) {
  SightlineBytes bytes = {NULL, 0};
  if (!context) open_context();
  if (!context) return bytes;
  int count = 0;
  char **list = list_plugins(kind, &count);
  size_t capacity = 1;
  for (int place = 0; list && place < count; place++)
    if (list[place]) capacity += strlen(list[place]) + 1;
  bytes.data = list ? malloc(capacity) : NULL;
  for (int place = 0; bytes.data && place < count; place++) {
    if (!list[place]) continue;
    size_t length = strlen(list[place]);
    memcpy(bytes.data + bytes.length, list[place], length);
    bytes.length += length;
    bytes.data[bytes.length++] = '\n';
  }
  free_plugins(list, count);
  return bytes;
}
