/*
 * Prints the outline of a report: its headings, and how many figures stand under each.
 *
 *     ./outline ../reports/county-work-report.txt
 */
#include <reportparse.h>

#include <stdio.h>
#include <string.h>

/* Text of the library has a length and no closing NUL. */
static void print(rp_str text) {
    fwrite(text.data, 1, text.len, stdout);
}

/* Prints the sections from `section` on that stand in the same one, each with those inside it. */
static void print_sections(const rp_report *report, uint32_t section, int depth) {
    for (; section != RP_NONE; section = rp_report_section_next_sibling(report, section)) {
        rp_section row;
        rp_rows metrics;
        rp_report_section(report, section, &row);
        rp_report_rows_within(report, RP_TABLE_METRICS, row.span, &metrics);

        printf("%*s", 2 * depth, "");
        print(row.marker);
        print(row.title);
        printf("  [%u]\n", (unsigned)(metrics.end - metrics.start));
        print_sections(report, rp_report_section_first_child(report, section), depth + 1);
    }
}

int main(int argc, char **argv) {
    rp_report *report = NULL;
    rp_error *error = NULL;
    rp_meta meta;

    if (argc != 2) {
        fprintf(stderr, "usage: %s REPORT\n", argv[0]);
        return 2;
    }
    if (rp_parse_file(argv[1], strlen(argv[1]), NULL, &report, &error) != RP_OK) {
        rp_str message = rp_error_message(error);
        fprintf(stderr, "%.*s\n", (int)message.len, message.data);
        rp_error_free(error);
        return 1;
    }

    rp_report_meta(report, &meta);
    print(meta.title);
    printf("\n\n");
    print_sections(report, rp_report_section_first_child(report, RP_NONE), 0);
    rp_report_free(report);
    return 0;
}
