/*
 * scrubjay.wasm, the embedding module: what it exports, as C says it. docs/embedding.md has the order of calls.
 *
 * The module imports nothing and exports its memory as "memory". Addresses are offsets in that memory, numbers in it are
 * little endian. An instance is used by one thread at a time; it holds one policy, and up to 1,024 handles of it.
 * No call keeps an address that it was given. A negative result is one of SJ_*; sj_message has its words.
 * After a trap, drop the instance: whatever it was given goes out as "[scrubjay: line withheld]", never as it came.
 */
#ifndef SCRUBJAY_H
#define SCRUBJAY_H

#include <stdint.h>

#define SJ_ABI_MAJOR 1 /* another one: the host must be changed */
#define SJ_ABI_MINOR 0
#define SJ_INPUT_MOST 65536 /* most bytes of one sj_feed, sj_redact or sj_field */

#define SJ_BAD_HANDLE -1
#define SJ_BAD_LENGTH -2
#define SJ_BAD_ORDER -3
#define SJ_BAD_POLICY -4
#define SJ_OTHER_VERSION -5
#define SJ_OTHER_POLICY -6
#define SJ_BAD_KEY -7
#define SJ_NO_KEY -8
#define SJ_TOO_MANY -9
#define SJ_BAD_SNAPSHOT -10
#define SJ_STOPPED -11

typedef int32_t sj_result;    /* 0 or more, or an error */
typedef uint32_t sj_address;  /* in the module's memory */

/* A match, as sj_next_match gives it. */
typedef struct {
  uint64_t start;       /* bytes from the start of the input, or of the value */
  uint64_t end;
  sj_address rule;      /* its id, which ends with a zero */
  uint32_t rule_length;
  uint32_t check;       /* 0: the rule has no check, 1: it passed, 2: it failed */
  uint32_t unused;
} sj_match;

uint32_t sj_abi(void);                        /* major << 16 | minor */
sj_address sj_alloc(int32_t size);            /* also "malloc"; 0: no */
void sj_free(sj_address address);             /* also "free" */
sj_address sj_message(int32_t code);          /* ends with a zero; has nothing of any input */

/* A handle: for one stream at a time, or for records. Length 0: the default policy. */
sj_result sj_open(sj_address policy, int32_t length);
sj_result sj_key(int32_t handle, sj_address key, int32_t length);  /* as SCRUBJAY_HMAC_KEY has it */
sj_result sj_time(int32_t handle, int64_t milliseconds);           /* since 1970, for claims; negative: not known */
sj_result sj_policy(int32_t handle);                               /* address of 32 hexadecimal digits and a zero */
sj_result sj_close(int32_t handle);

/* Write up to SJ_INPUT_MOST bytes to sj_input's address, and call one of the three that follow it. */
sj_result sj_input(int32_t handle);
sj_result sj_feed(int32_t handle, int32_t length, int32_t final);        /* of a stream; final: no more comes */
sj_result sj_redact(int32_t handle, int32_t length);                     /* a record: a whole input */
sj_result sj_field(int32_t handle, int32_t name_length, int32_t value_length);  /* a name, and its value right after */

/* What they wrote; it holds until the next call. Each returns the length of the output, too. */
sj_result sj_out(int32_t handle);         /* an address */
sj_result sj_out_length(int32_t handle);
sj_result sj_next_match(int32_t handle);  /* the address of an sj_match; 0: there is no more */

/* Where a stream stands, for another instance of the policy; it has bytes of the input that are not redacted yet. */
sj_result sj_snapshot(int32_t handle);    /* writes to where output is; its length */
sj_result sj_restore(int32_t handle, sj_address snapshot, int32_t length);

#endif
