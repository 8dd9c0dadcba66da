/*
 * Wrong use, and input that no report is: every call answers with a status, and writes nothing it should not.
 * With the argument "large" also texts of 10 MB.
 */
#include "check.h"

static const char REPORT[] = "一、工作回顾\n全年完成投资5亿元。一是抓项目；二是抓创新。\n二、工作安排\n投资增长6%。";

/* Rows and facts that no report has. */
static void null_report_rows(void) {
    rp_string *string = NULL;
    rp_meta meta;
    rp_source source;
    rp_place place;
    rp_warning warning;
    rp_section section;
    rp_paragraph paragraph;
    rp_point point;
    rp_metric metric;
    rp_headline headline;
    rp_diagnostic diagnostic;
    rp_rows rows;
    rp_span span = {0, 0};
    size_t count;

    CHECK(rp_report_meta(NULL, &meta) == RP_ERROR_NULL);
    CHECK(rp_report_source(NULL, &source) == RP_ERROR_NULL);
    CHECK(rp_report_place(NULL, 0, &place) == RP_ERROR_NULL);
    CHECK(rp_report_warning(NULL, 0, &warning) == RP_ERROR_NULL);
    CHECK(rp_report_section(NULL, 0, &section) == RP_ERROR_NULL);
    CHECK(rp_report_section_path(NULL, 0, &string) == RP_ERROR_NULL);
    CHECK(rp_report_paragraph(NULL, 0, &paragraph) == RP_ERROR_NULL);
    CHECK(rp_report_paragraph_sentences(NULL, 0, &span, 1, &count) == RP_ERROR_NULL);
    CHECK(rp_report_paragraph_clauses(NULL, 0, &span, 1, &count) == RP_ERROR_NULL);
    CHECK(rp_report_point(NULL, 0, &point) == RP_ERROR_NULL);
    CHECK(rp_report_metric(NULL, 0, &metric) == RP_ERROR_NULL);
    CHECK(rp_report_diagnostic(NULL, 0, &diagnostic) == RP_ERROR_NULL);
    CHECK(rp_report_headline(NULL, 0, &headline) == RP_ERROR_NULL);
    CHECK(rp_report_rows_within(NULL, RP_TABLE_METRICS, span, &rows) == RP_ERROR_NULL);
    CHECK(!string);
}

/* Places and renderings of no report. */
static void null_report_text(void) {
    rp_string *string = NULL;
    rp_position position;
    rp_span span;
    uint32_t offset;

    CHECK(!rp_report_text(NULL).data);
    CHECK(rp_report_offset(NULL, 0, RP_OFFSETS_CHARS, &offset) == RP_ERROR_NULL);
    CHECK(rp_report_byte_offset(NULL, 0, RP_OFFSETS_CHARS, &offset) == RP_ERROR_NULL);
    CHECK(rp_report_position(NULL, 0, &position) == RP_ERROR_NULL);
    CHECK(rp_report_line(NULL, 0, &span) == RP_ERROR_NULL);
    CHECK(rp_report_json(NULL, NULL, 0, RP_OFFSETS_BYTES, &string, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_outline(NULL, false, &string) == RP_ERROR_NULL);
    CHECK(rp_report_markdown(NULL, &string) == RP_ERROR_NULL);
    CHECK(rp_report_html(NULL, NULL, 0, &string, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_html_fragment(NULL, NULL, 0, &string, NULL) == RP_ERROR_NULL);
    CHECK(!string);
}

/* Tables and ways that no report has. */
static void null_report_tables(void) {
    CHECK(rp_report_section_count(NULL) == 0);
    CHECK(rp_report_paragraph_count(NULL) == 0);
    CHECK(rp_report_point_count(NULL) == 0);
    CHECK(rp_report_metric_count(NULL) == 0);
    CHECK(rp_report_diagnostic_count(NULL) == 0);
    CHECK(rp_report_warning_count(NULL) == 0);
    CHECK(rp_report_headline_count(NULL) == 0);
    CHECK(rp_report_section_first_child(NULL, RP_NONE) == RP_NONE);
    CHECK(rp_report_section_next_sibling(NULL, 0) == RP_NONE);
    CHECK(rp_report_point_first_child(NULL, RP_NONE) == RP_NONE);
    CHECK(rp_report_point_next_sibling(NULL, 0) == RP_NONE);
    CHECK(rp_report_section_at(NULL, TEXT("一")) == RP_NONE);
    CHECK(rp_report_find_section(NULL, TEXT("工作"), 0) == RP_NONE);
}

/* Quantities of no text, and quantities that are not there. */
static void quantities(void) {
    rp_quantities *found = NULL;
    rp_error *error = NULL;
    rp_quantity quantity;

    CHECK(rp_quantities_find(NULL, 3, NULL, &found, NULL) == RP_ERROR_NULL);
    CHECK(rp_quantities_find(TEXT("5亿元"), NULL, NULL, NULL) == RP_ERROR_NULL);
    CHECK(rp_quantities_find(TEXT("5\xFF"), NULL, &found, &error) == RP_ERROR_ENCODING);
    CHECK(!found && holds(rp_error_message(error), "byte 1 of the text"));
    rp_error_free(error);
    CHECK(rp_quantities_count(NULL) == 0);
    CHECK(rp_quantities_get(NULL, 0, &quantity) == RP_ERROR_NULL);
    CHECK(rp_quantities_find(NULL, 0, NULL, &found, NULL) == RP_OK);
    CHECK(rp_quantities_count(found) == 0);
    CHECK(rp_quantities_get(found, 0, &quantity) == RP_ERROR_INDEX);
    CHECK(rp_quantities_get(found, 0, NULL) == RP_ERROR_NULL);
    rp_quantities_free(found);
    rp_quantities_free(NULL);
}

/* Calls that have nowhere to write to. */
static void null_results(const rp_report *report) {
    rp_span span = {0, 3};
    CHECK(rp_report_meta(report, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_source(report, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_place(report, 0, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_warning(report, 0, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_section(report, 0, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_section_path(report, 0, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_paragraph(report, 0, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_paragraph_sentences(report, 0, NULL, 0, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_paragraph_clauses(report, 0, NULL, 0, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_point(report, 0, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_metric(report, 0, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_diagnostic(report, 0, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_rows_within(report, RP_TABLE_METRICS, span, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_offset(report, 0, RP_OFFSETS_CHARS, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_byte_offset(report, 0, RP_OFFSETS_CHARS, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_position(report, 0, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_line(report, 0, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_json(report, NULL, 0, RP_OFFSETS_BYTES, NULL, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_outline(report, true, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_markdown(report, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_html(report, NULL, 0, NULL, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_html_fragment(report, NULL, 0, NULL, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_headline(report, 0, NULL) == RP_ERROR_NULL);
}

/* NULL for everything else. */
static void null_rest(void) {
    rp_options *options = rp_options_new();
    CHECK(rp_error_status(NULL) == RP_ERROR_NULL);
    CHECK(!rp_error_message(NULL).data);
    CHECK(rp_error_offset(NULL) == SIZE_MAX);
    CHECK(!rp_string_view(NULL).data);
    CHECK(rp_decimal_double(NULL) != rp_decimal_double(NULL));
    CHECK(rp_decimal_text(NULL, NULL, 0) == 0);
    CHECK(rp_options_set_metrics(NULL, true) == RP_ERROR_NULL);
    CHECK(rp_options_add_indicator(NULL, TEXT("名"), TEXT("N"), NULL) == RP_ERROR_NULL);
    CHECK(rp_options_add_indicator(options, NULL, 3, TEXT("N"), NULL) == RP_ERROR_NULL);
    CHECK(rp_options_add_unit(NULL, TEXT("石"), TEXT("石"), TEXT("1"), NULL) == RP_ERROR_NULL);
    CHECK(rp_options_add_unit(options, TEXT("石"), NULL, 3, TEXT("1"), NULL) == RP_ERROR_NULL);
    CHECK(rp_options_add_unit(options, TEXT("石"), TEXT("石"), TEXT("0"), NULL) == RP_ERROR_LEXICON);
    CHECK(rp_options_add_measure_word(NULL, TEXT("尊"), NULL) == RP_ERROR_NULL);
    CHECK(rp_options_add_measure_word(options, TEXT("\xFF"), NULL) == RP_ERROR_ENCODING);
    CHECK(rp_options_set_charset(NULL, TEXT("gbk")) == RP_ERROR_NULL);
    CHECK(rp_options_set_charset(options, NULL, 3) == RP_ERROR_NULL);
    CHECK(rp_options_set_charset(options, TEXT("\xFF")) == RP_ERROR_ENCODING);
    CHECK(rp_options_set_charset(options, TEXT("gbkk")) == RP_ERROR_ARGUMENT);
    CHECK(rp_options_set_refuse_malformed(NULL, true) == RP_ERROR_NULL);
    CHECK(rp_options_set_pdfium(NULL, TEXT("/lib")) == RP_ERROR_NULL);
    CHECK(rp_options_set_pdfium(options, NULL, 4) == RP_ERROR_NULL);
    CHECK(rp_options_set_limit(NULL, RP_LIMIT_PAGES, 1) == RP_ERROR_NULL);
    CHECK(rp_options_set_limit(options, 99, 1) == RP_ERROR_ARGUMENT);
    rp_report_free(NULL);
    rp_error_free(NULL);
    rp_string_free(NULL);
    rp_options_free(NULL);
    rp_options_free(options);
}

static void bad_indices(const rp_report *report) {
    static const size_t BEYOND[] = {1000, UINT32_MAX, (size_t)UINT32_MAX + 1, SIZE_MAX};
    rp_string *string = NULL;
    size_t i;
    for (i = 0; i < sizeof BEYOND / sizeof *BEYOND; i++) {
        size_t index = BEYOND[i], count = 7;
        rp_section section;
        rp_paragraph paragraph;
        rp_point point;
        rp_metric metric;
        rp_headline headline;
        rp_diagnostic diagnostic;
        rp_warning warning;
        CHECK(rp_report_section(report, index, &section) == RP_ERROR_INDEX);
        CHECK(rp_report_section_path(report, index, &string) == RP_ERROR_INDEX);
        CHECK(rp_report_paragraph(report, index, &paragraph) == RP_ERROR_INDEX);
        CHECK(rp_report_paragraph_sentences(report, index, NULL, 0, &count) == RP_ERROR_INDEX);
        CHECK(rp_report_paragraph_clauses(report, index, NULL, 0, &count) == RP_ERROR_INDEX);
        CHECK(rp_report_point(report, index, &point) == RP_ERROR_INDEX);
        CHECK(rp_report_metric(report, index, &metric) == RP_ERROR_INDEX);
        CHECK(rp_report_headline(report, index, &headline) == RP_ERROR_INDEX);
        CHECK(rp_report_diagnostic(report, index, &diagnostic) == RP_ERROR_INDEX);
        CHECK(rp_report_warning(report, index, &warning) == RP_ERROR_INDEX);
        CHECK(!string && count == 7);
    }
    CHECK(rp_report_section_first_child(report, 1000) == RP_NONE);
    CHECK(rp_report_section_next_sibling(report, 1000) == RP_NONE);
    CHECK(rp_report_section_next_sibling(report, RP_NONE) == RP_NONE);
    CHECK(rp_report_point_first_child(report, 1000) == RP_NONE);
    CHECK(rp_report_point_next_sibling(report, RP_NONE) == RP_NONE);
    CHECK(rp_report_find_section(report, TEXT("工作"), SIZE_MAX) == RP_NONE);
    CHECK(rp_report_section_at(report, NULL, 1) == RP_NONE);
    CHECK(rp_report_section_at(report, TEXT("\xFF")) == RP_NONE);
}

static void bad_places(const rp_report *report) {
    uint32_t beyond = (uint32_t)rp_report_text(report).len + 1, offset;
    rp_position position;
    rp_span span = {1000, 2}, line;
    rp_place place;
    rp_rows rows;
    CHECK(rp_report_offset(report, beyond, RP_OFFSETS_CHARS, &offset) == RP_ERROR_INDEX);
    CHECK(rp_report_offset(report, 1, RP_OFFSETS_CHARS, &offset) == RP_ERROR_INDEX);
    CHECK(rp_report_offset(report, 0, 99, &offset) == RP_ERROR_ARGUMENT);
    CHECK(rp_report_byte_offset(report, 0, 99, &offset) == RP_ERROR_ARGUMENT);
    CHECK(rp_report_byte_offset(report, UINT32_MAX, RP_OFFSETS_UTF16, &offset) == RP_OK);
    CHECK(offset == beyond - 1);
    CHECK(rp_report_position(report, beyond, &position) == RP_ERROR_INDEX);
    CHECK(rp_report_position(report, 1, &position) == RP_ERROR_INDEX);
    CHECK(rp_report_line(report, RP_NONE, &line) == RP_ERROR_INDEX);
    CHECK(rp_report_place(report, beyond, &place) == RP_ERROR_INDEX);
    CHECK(rp_report_rows_within(report, RP_TABLE_META, span, &rows) == RP_ERROR_ARGUMENT);
    CHECK(rp_report_rows_within(report, 99, span, &rows) == RP_ERROR_ARGUMENT);
    CHECK(rp_report_rows_within(report, RP_TABLE_SECTIONS, span, &rows) == RP_OK);
    CHECK(rows.start == rows.end);
}

/* A failed parse writes its error and no report; a good one no error. */
static void parse_fails(const char *text, size_t len, rp_status expected, size_t offset) {
    rp_report *report = NULL;
    rp_error *error = NULL;
    CHECK(rp_parse(text, len, NULL, &report, NULL) == expected);
    CHECK(rp_parse(text, len, NULL, &report, &error) == expected);
    CHECK(!report && error);
    CHECK(rp_error_status(error) == expected);
    CHECK(rp_error_message(error).len > 0);
    CHECK(rp_error_offset(error) == offset);
    rp_error_free(error);
}

static void bad_texts(void) {
    rp_error *error = NULL;
    parse_fails("", 0, RP_ERROR_EMPTY, SIZE_MAX);
    parse_fails(NULL, 0, RP_ERROR_EMPTY, SIZE_MAX);
    parse_fails(NULL, 5, RP_ERROR_NULL, SIZE_MAX);
    parse_fails(TEXT(" \n\t\r\n　"), RP_ERROR_EMPTY, SIZE_MAX);
    parse_fails(TEXT("一、" "\xFF"), RP_ERROR_ENCODING, 6);
    parse_fails(TEXT("\xD2\xBB\xA1\xA2"), RP_ERROR_ENCODING, 2);
    parse_fails("x", SIZE_MAX, RP_ERROR_ARGUMENT, SIZE_MAX);
    CHECK(rp_parse(TEXT(REPORT), NULL, NULL, &error) == RP_ERROR_NULL);
    CHECK(error);
    rp_error_free(error);
}

static void bad_files(void) {
    rp_report *report = NULL;
    rp_error *error = NULL;
    rp_options *options = rp_options_new();

    CHECK(rp_parse_file(TEXT("no/such/file.txt"), NULL, &report, &error) == RP_ERROR_IO);
    CHECK(holds(rp_error_message(error), "no/such/file.txt"));
    rp_error_free(error);
    CHECK(rp_parse_file(TEXT("/"), NULL, &report, NULL) == RP_ERROR_IO);
    CHECK(rp_parse_file(NULL, 3, NULL, &report, NULL) == RP_ERROR_NULL);
    CHECK(rp_parse_bytes(NULL, 3, NULL, &report, NULL) == RP_ERROR_NULL);
    CHECK(rp_parse_bytes(NULL, 0, NULL, &report, NULL) == RP_ERROR_EMPTY);
    CHECK(rp_parse_bytes((const uint8_t *)TEXT("PK\3\4 no archive"), NULL, &report, &error) != RP_OK);
    CHECK(holds(rp_error_message(error), "the input "));
    rp_error_free(error);

    CHECK(rp_options_set_refuse_malformed(options, true) == RP_OK);
    CHECK(rp_parse_bytes((const uint8_t *)TEXT("一、工作回顾\n投资\xFF增长。"), options, &report, NULL) == RP_ERROR_MALFORMED);
    CHECK(rp_options_set_limit(options, RP_LIMIT_BYTES, 10) == RP_OK);
    CHECK(rp_parse_bytes((const uint8_t *)TEXT(REPORT), options, &report, NULL) == RP_ERROR_LIMIT);
    CHECK(!report);
    rp_options_free(options);
}

static void bad_numbers(void) {
    static const uint32_t WRONG[] = {99, 0x80000000u, UINT32_MAX};
    rp_decimal odd = {UINT64_MAX, INT64_MAX, 3}, none = {0, 0, RP_NONE}, value = {226, 0, 1};
    char buffer[4] = "???";
    size_t i;
    for (i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        CHECK(!rp_status_message(WRONG[i]).data);
        CHECK(!rp_section_role_name(WRONG[i]).data);
        CHECK(!rp_paragraph_role_name(WRONG[i]).data);
        CHECK(!rp_approx_name(WRONG[i]).data);
        CHECK(!rp_metric_status_name(WRONG[i]).data);
        CHECK(!rp_kind_name(WRONG[i]).data);
        CHECK(!rp_region_level_name(WRONG[i]).data);
    }
    CHECK(rp_decimal_text(&odd, buffer, sizeof buffer) == 0 && buffer[0] == 0);
    CHECK(rp_decimal_text(&none, NULL, 7) == 0);
    CHECK(rp_decimal_double(&none) != rp_decimal_double(&none));
    CHECK(rp_decimal_text(&value, buffer, 3) == 4);
    CHECK(strcmp(buffer, "22") == 0);
}

/* 10 MB of `piece`, again and again. */
static void large(const char *piece, size_t len) {
    size_t size = 10u << 20, at;
    char *text = malloc(size);
    rp_report *report;
    rp_string *json = NULL;
    CHECK(text);
    size -= size % len;
    for (at = 0; at < size; at += len) memcpy(text + at, piece, len);
    report = parsed(text, size);
    free(text);
    CHECK(rp_report_text(report).len == size);
    CHECK(rp_report_paragraph_count(report) > 0);
    CHECK(rp_report_json(report, NULL, 0, RP_OFFSETS_UTF16, &json, NULL) == RP_OK);
    rp_string_free(json);
    rp_report_free(report);
}

int main(int argc, char **argv) {
    rp_report *report = parsed(TEXT(REPORT));
    null_report_rows();
    null_report_text();
    null_report_tables();
    quantities();
    null_results(report);
    null_rest();
    bad_indices(report);
    bad_places(report);
    rp_report_free(report);
    bad_texts();
    bad_files();
    bad_numbers();
    if (argc > 1 && strcmp(argv[1], "large") == 0) {
        large(TEXT(REPORT));
        large(TEXT("一、"));
        large(TEXT("（"));
        large(TEXT("1234567890"));
        large(TEXT("一是"));
    }
    return 0;
}
