/* What the C tests share: a check that tells where it failed, text that is easy to write and to compare, files. */
#ifndef CHECK_H
#define CHECK_H

#include <reportparse.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(condition)                                                            \
    do {                                                                            \
        if (!(condition)) {                                                         \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
            exit(1);                                                                \
        }                                                                           \
    } while (0)

/* A literal and its length, as two arguments. */
#define TEXT(literal) (literal), (sizeof(literal) - 1)

static inline int equals(rp_str text, const char *expected) {
    return text.data && text.len == strlen(expected) && memcmp(text.data, expected, text.len) == 0;
}

static inline int holds(rp_str text, const char *words) {
    size_t at, len = strlen(words);
    for (at = 0; at + len <= text.len; at++) {
        if (memcmp(text.data + at, words, len) == 0) return 1;
    }
    return 0;
}

/* The report of a text that must parse. */
static inline rp_report *parsed(const char *text, size_t len) {
    rp_report *report = NULL;
    rp_error *error = NULL;
    CHECK(rp_parse(text, len, NULL, &report, &error) == RP_OK);
    CHECK(report && !error);
    return report;
}

/* All bytes of a file; the caller frees them. */
static inline char *load(const char *path, size_t *len) {
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    long size;
    CHECK(file);
    CHECK(fseek(file, 0, SEEK_END) == 0);
    size = ftell(file);
    CHECK(size >= 0 && fseek(file, 0, SEEK_SET) == 0);
    bytes = malloc((size_t)size + 1);
    CHECK(bytes && fread(bytes, 1, (size_t)size, file) == (size_t)size);
    fclose(file);
    *len = (size_t)size;
    return bytes;
}

#endif
