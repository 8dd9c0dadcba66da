/* Parses a file of UTF-8 once and prints nothing: what parsing through C costs is measured with it. */
#include "check.h"

int main(int argc, char **argv) {
    size_t len;
    char *text;
    rp_report *report;
    int empty;

    CHECK(argc == 2);
    text = load(argv[1], &len);
    report = parsed(text, len);
    empty = rp_report_section_count(report) == 0;
    free(text);
    rp_report_free(report);
    return empty;
}
