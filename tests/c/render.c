/*
 * Prints a file as JSON, with offsets counted as told, or as HTML: render bytes|chars|utf16|html FILE.
 * It must say what the program says.
 */
#include "check.h"

static rp_status render(const rp_report *report, const char *form, const char *name, rp_string **out) {
    size_t len = strlen(name);
    if (strcmp(form, "bytes") == 0) return rp_report_json(report, name, len, RP_OFFSETS_BYTES, out, NULL);
    if (strcmp(form, "chars") == 0) return rp_report_json(report, name, len, RP_OFFSETS_CHARS, out, NULL);
    if (strcmp(form, "utf16") == 0) return rp_report_json(report, name, len, RP_OFFSETS_UTF16, out, NULL);
    CHECK(strcmp(form, "html") == 0);
    return rp_report_html(report, name, len, out, NULL);
}

int main(int argc, char **argv) {
    rp_report *report = NULL;
    rp_error *error = NULL;
    rp_string *string = NULL;
    rp_str text;

    CHECK(argc == 3);
    if (rp_parse_file(argv[2], strlen(argv[2]), NULL, &report, &error) != RP_OK) {
        text = rp_error_message(error);
        fprintf(stderr, "%.*s\n", (int)text.len, text.data);
        rp_error_free(error);
        return 1;
    }
    CHECK(render(report, argv[1], argv[2], &string) == RP_OK);
    rp_report_free(report);
    text = rp_string_view(string);
    CHECK(fwrite(text.data, 1, text.len, stdout) == text.len);
    if (strcmp(argv[1], "html") != 0) putchar('\n');
    rp_string_free(string);
    return 0;
}
