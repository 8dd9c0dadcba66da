/* Prints a file as JSON, with offsets counted as told: json bytes|chars|utf16 FILE. It must say what the program says. */
#include "check.h"

static uint32_t offsets_of(const char *name) {
    if (strcmp(name, "bytes") == 0) return RP_OFFSETS_BYTES;
    if (strcmp(name, "chars") == 0) return RP_OFFSETS_CHARS;
    CHECK(strcmp(name, "utf16") == 0);
    return RP_OFFSETS_UTF16;
}

int main(int argc, char **argv) {
    rp_report *report = NULL;
    rp_error *error = NULL;
    rp_string *json = NULL;
    rp_str text;

    CHECK(argc == 3);
    if (rp_parse_file(argv[2], strlen(argv[2]), NULL, &report, &error) != RP_OK) {
        text = rp_error_message(error);
        fprintf(stderr, "%.*s\n", (int)text.len, text.data);
        rp_error_free(error);
        return 1;
    }
    CHECK(rp_report_json(report, argv[2], strlen(argv[2]), offsets_of(argv[1]), &json, &error) == RP_OK);
    rp_report_free(report);
    text = rp_string_view(json);
    CHECK(fwrite(text.data, 1, text.len, stdout) == text.len);
    putchar('\n');
    rp_string_free(json);
    return 0;
}
