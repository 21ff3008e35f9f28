// Counts literals in standard input with Vectorscan (or Hyperscan), streaming: what a scanner for many
// literals costs that reads every byte and changes none.
//
//   vectorscan LITERALS < input     a literal a line: "c" or "i" (case counts, or not), a blank, hex bytes
//
// Prints how many there are, and the seconds of CPU time spent in the scan.
#include <hs/hs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 1 << 15, LONGEST = 64, BLOCK = 1 << 18 };

static char bytes[MOST][LONGEST];
static const char *literals[MOST];
static size_t lengths[MOST];
static unsigned flags[MOST], ids[MOST], count;

static void fail(const char *what) {
  fprintf(stderr, "vectorscan: %s\n", what);
  exit(2);
}

static void read_literals(const char *name) {
  char line[2 * LONGEST + 8];
  FILE *file = fopen(name, "r");
  if (!file) fail("no such file of literals");
  for (; fgets(line, sizeof line, file); count++) {
    if (count == MOST) fail("too many literals");
    unsigned byte;
    for (const char *at = line + 2; sscanf(at, "%2x", &byte) == 1; at += 2)
      bytes[count][lengths[count]++] = (char)byte;
    literals[count] = bytes[count];
    flags[count] = line[0] == 'i' ? HS_FLAG_CASELESS : 0;
    ids[count] = count;
  }
  fclose(file);
}

static int on_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flag, void *found) {
  (void)id, (void)from, (void)to, (void)flag;
  ++*(unsigned long long *)found;
  return 0;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  static char block[BLOCK];
  unsigned long long found = 0;
  double seconds = 0;
  hs_database_t *database;
  hs_compile_error_t *error;
  hs_scratch_t *scratch = NULL;
  hs_stream_t *stream;
  ssize_t length;

  if (argc != 2) fail("one argument: the file of literals");
  read_literals(argv[1]);
  if (hs_compile_lit_multi(literals, flags, ids, lengths, count, HS_MODE_STREAM, NULL, &database, &error))
    fail(error->message);
  if (hs_alloc_scratch(database, &scratch) || hs_open_stream(database, 0, &stream)) fail("out of memory");
  while ((length = read(0, block, BLOCK)) > 0) {
    double start = now();
    if (hs_scan_stream(stream, block, (unsigned)length, 0, scratch, on_match, &found)) fail("the scan failed");
    seconds += now() - start;
  }
  if (length < 0) fail("standard input cannot be read");
  hs_close_stream(stream, scratch, on_match, &found);
  printf("%llu %.6f\n", found, seconds);
  return 0;
}
