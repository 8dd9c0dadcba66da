/* Reads everything that a report holds, from texts whose content is known. */
#include "check.h"

static const char REPORT[] =
    "青溪县政府工作报告\n"
    "——2025年1月8日在青溪县第十七届人民代表大会第四次会议上\n"
    "青溪县县长  李明\n"
    "\n"
    "各位代表：\n"
    "现在，我代表县人民政府向大会报告工作。\n"
    "\n"
    "一、2024年工作回顾\n"
    "（一）经济平稳增长。全年地区生产总值完成286.4亿元，同比增长5.8%。财政收入下降0.30%。\n"
    "抓了三个方面工作：一是抓项目，完成投资85亿元；二是抓创新。\n"
    "三、2025年工作安排\n"
    "地区生产总值增长6%左右。\n";

static int on(rp_date date, int year, int month, int day) {
    return date.year == year && date.month == month && date.day == day;
}

static int is(rp_decimal value, const char *expected) {
    char digits[RP_DECIMAL_CAPACITY];
    size_t len = rp_decimal_text(&value, digits, sizeof digits);
    return len == strlen(expected) && strcmp(digits, expected) == 0;
}

/* Whether `text` stands at `span` of the report. */
static int stands_at(const rp_report *report, rp_str text, rp_span span) {
    return text.data == rp_report_text(report).data + span.start && text.len == span.end - span.start;
}

static void meta(const rp_report *report) {
    rp_meta meta;
    rp_source source;
    CHECK(rp_report_meta(report, &meta) == RP_OK);
    CHECK(equals(meta.title, "青溪县政府工作报告"));
    CHECK(equals(meta.speaker, "李明"));
    CHECK(equals(meta.speaker_role, "青溪县县长"));
    CHECK(equals(meta.occasion, "青溪县第十七届人民代表大会第四次会议"));
    CHECK(equals(meta.salutation, "各位代表"));
    CHECK(equals(meta.region, "青溪县"));
    CHECK(!meta.period.data);
    CHECK(on(meta.delivered_on, 2025, 1, 8));
    CHECK(on(meta.published_on, 0, 0, 0));
    CHECK(meta.kind == RP_KIND_WORK_REPORT);
    CHECK(meta.region_level == RP_REGION_LEVEL_COUNTY);
    CHECK(meta.year == 2025);
    CHECK(rp_report_source(report, &source) == RP_OK);
    CHECK(source.format == RP_FORMAT_NONE && !source.encoding.data);
    CHECK(rp_report_warning_count(report) == 0);
}

static void sections(const rp_report *report) {
    rp_section section;
    rp_string *path = NULL;
    CHECK(rp_report_section_count(report) == 3);
    CHECK(rp_report_section(report, 1, &section) == RP_OK);
    CHECK(equals(section.marker, "（一）"));
    CHECK(equals(section.title, "经济平稳增长"));
    CHECK(stands_at(report, section.title, section.title_span));
    CHECK(section.parent == 0 && section.part == 0 && section.level == 2 && section.ordinal == 1);
    CHECK(section.role == RP_SECTION_ROLE_REVIEW && section.run_in);
    CHECK(rp_report_section_path(report, 1, &path) == RP_OK);
    CHECK(equals(rp_string_view(path), "一/（一）"));
    rp_string_free(path);

    CHECK(rp_report_section_first_child(report, RP_NONE) == 0);
    CHECK(rp_report_section_first_child(report, 0) == 1);
    CHECK(rp_report_section_first_child(report, 1) == RP_NONE);
    CHECK(rp_report_section_next_sibling(report, 0) == 2);
    CHECK(rp_report_section_next_sibling(report, 1) == RP_NONE);
    CHECK(rp_report_section_at(report, TEXT("一/（一）")) == 1);
    CHECK(rp_report_section_at(report, TEXT("九")) == RP_NONE);
    CHECK(rp_report_find_section(report, TEXT("工作"), 0) == 0);
    CHECK(rp_report_find_section(report, TEXT("工作"), 1) == 2);
    CHECK(rp_report_find_section(report, TEXT("工作"), 3) == RP_NONE);
}

static void paragraphs(const rp_report *report) {
    rp_paragraph paragraph;
    rp_span spans[2] = {{7, 7}, {7, 7}};
    size_t count = 0;
    CHECK(rp_report_paragraph_count(report) == 10);
    CHECK(rp_report_paragraph(report, 0, &paragraph) == RP_OK);
    CHECK(paragraph.role == RP_PARAGRAPH_ROLE_TITLE && paragraph.section == RP_NONE);
    CHECK(!paragraph.lead.data && paragraph.lead_span.start == RP_NONE && paragraph.lead_span.end == RP_NONE);
    CHECK(rp_report_paragraph(report, 6, &paragraph) == RP_OK);
    CHECK(paragraph.role == RP_PARAGRAPH_ROLE_HEADING && paragraph.section == 1);
    CHECK(stands_at(report, paragraph.text, paragraph.span));

    CHECK(rp_report_paragraph_sentences(report, 6, NULL, 0, &count) == RP_OK);
    CHECK(count == 3);
    CHECK(rp_report_paragraph_sentences(report, 6, spans, 1, &count) == RP_OK);
    CHECK(count == 3 && spans[0].start == paragraph.span.start && spans[1].start == 7);
    CHECK(rp_report_paragraph_sentences(report, 6, spans, 2, &count) == RP_OK);
    CHECK(spans[1].start == spans[0].end);

    CHECK(rp_report_paragraph_clauses(report, 6, NULL, 0, &count) == RP_OK);
    CHECK(count > 3);
    CHECK(rp_report_paragraph_clauses(report, 6, spans, 2, &count) == RP_OK);
    CHECK(spans[0].start == paragraph.span.start && spans[1].start == spans[0].end);
}

static void points(const rp_report *report) {
    rp_point point;
    CHECK(rp_report_point_count(report) == 2);
    CHECK(rp_report_point(report, 1, &point) == RP_OK);
    CHECK(equals(point.marker, "二是") && point.ordinal == 2);
    CHECK(holds(point.text, "抓创新"));
    CHECK(stands_at(report, point.text, point.span));
    CHECK(point.parent == RP_NONE && point.list == 0 && point.depth == 0);
    CHECK(point.section == 1 && point.paragraph == 7);
    CHECK(rp_report_point_first_child(report, RP_NONE) == 0);
    CHECK(rp_report_point_first_child(report, 0) == RP_NONE);
    CHECK(rp_report_point_next_sibling(report, 0) == 1);
    CHECK(rp_report_point_next_sibling(report, 1) == RP_NONE);
}

static void metrics(const rp_report *report) {
    rp_metric metric;
    CHECK(rp_report_metric_count(report) == 4);
    CHECK(rp_report_metric(report, 0, &metric) == RP_OK);
    CHECK(equals(metric.indicator, "地区生产总值") && equals(metric.code, "GDP"));
    CHECK(stands_at(report, metric.indicator, metric.indicator_span));
    CHECK(equals(metric.literal, "286.4亿元") && equals(metric.unit, "亿元") && equals(metric.base_unit, "元"));
    CHECK(stands_at(report, metric.literal, metric.span));
    CHECK(is(metric.value, "286.4") && is(metric.base_value, "28640000000") && is(metric.value_high, ""));
    CHECK(metric.value.low == 2864 && metric.value.high == 0 && metric.value.scale == 1);
    CHECK(metric.value_high.scale == RP_NONE);
    CHECK(equals(metric.change_literal, "同比增长5.8%") && equals(metric.change_unit, "%"));
    CHECK(stands_at(report, metric.change_literal, metric.change_span));
    CHECK(is(metric.change, "5.8") && equals(metric.basis, "同比"));
    CHECK(metric.approx == RP_APPROX_EXACT && metric.status == RP_METRIC_STATUS_ACTUAL);
    CHECK(stands_at(report, metric.sentence, metric.sentence_span));
    CHECK(metric.section == 1 && metric.point == RP_NONE && metric.part_of == RP_NONE);
    CHECK(on(metric.period_start, 2024, 1, 1) && on(metric.period_end, 2024, 12, 31));

    CHECK(rp_report_metric(report, 1, &metric) == RP_OK);
    CHECK(!metric.literal.data && metric.span.start == RP_NONE && metric.value.scale == RP_NONE);
    CHECK(is(metric.change, "-0.30") && metric.change.high == -1);
    CHECK(rp_decimal_double(&metric.change) == -0.3);

    CHECK(rp_report_metric(report, 2, &metric) == RP_OK);
    CHECK(metric.point == 0);
    CHECK(rp_report_metric(report, 3, &metric) == RP_OK);
    CHECK(metric.status == RP_METRIC_STATUS_TARGET && metric.approx == RP_APPROX_ABOUT && metric.section == 2);
}

/* The rows of a place: contiguous, and all of them. */
static void rows(const rp_report *report) {
    rp_section section;
    rp_span all = {0, 0};
    rp_rows rows;
    all.end = (uint32_t)rp_report_text(report).len;
    CHECK(rp_report_section(report, 0, &section) == RP_OK);
    CHECK(rp_report_rows_within(report, RP_TABLE_SECTIONS, section.span, &rows) == RP_OK);
    CHECK(rows.start == 0 && rows.end == 2);
    CHECK(rp_report_rows_within(report, RP_TABLE_PARAGRAPHS, section.span, &rows) == RP_OK);
    CHECK(rows.start == 5 && rows.end == 8);
    CHECK(rp_report_rows_within(report, RP_TABLE_POINTS, section.span, &rows) == RP_OK);
    CHECK(rows.start == 0 && rows.end == 2);
    CHECK(rp_report_rows_within(report, RP_TABLE_METRICS, section.span, &rows) == RP_OK);
    CHECK(rows.start == 0 && rows.end == 3);
    CHECK(rp_report_rows_within(report, RP_TABLE_METRICS, all, &rows) == RP_OK);
    CHECK(rows.start == 0 && rows.end == rp_report_metric_count(report));
}

static void diagnostics(const rp_report *report) {
    rp_diagnostic diagnostic, again;
    CHECK(rp_report_diagnostic_count(report) == 2);
    CHECK(rp_report_diagnostic(report, 0, &diagnostic) == RP_OK);
    CHECK(diagnostic.oddity == RP_ODDITY_COUNT_DIFFERS && equals(diagnostic.code, "count_differs"));
    CHECK(holds(diagnostic.message, "3 points, 2 follow"));
    CHECK(rp_report_diagnostic(report, 1, &diagnostic) == RP_OK);
    CHECK(diagnostic.oddity == RP_ODDITY_ORDINAL_SKIPPED);
    CHECK(rp_report_diagnostic(report, 1, &again) == RP_OK);
    CHECK(diagnostic.message.data == again.message.data);
}

static void places(const rp_report *report) {
    static const uint32_t COUNTS[] = {RP_OFFSETS_BYTES, RP_OFFSETS_CHARS, RP_OFFSETS_UTF16};
    rp_position position;
    rp_section section;
    rp_place place;
    rp_span line;
    size_t i;
    CHECK(rp_report_section(report, 0, &section) == RP_OK);
    CHECK(rp_report_position(report, section.title_span.start, &position) == RP_OK);
    CHECK(position.line == 8 && position.column == 3);
    CHECK(rp_report_line(report, section.title_span.start, &line) == RP_OK);
    CHECK(line.start == section.span.start && line.end == section.title_span.end);
    for (i = 0; i < 3; i++) {
        uint32_t counted, back;
        CHECK(rp_report_offset(report, section.span.start, COUNTS[i], &counted) == RP_OK);
        CHECK(rp_report_byte_offset(report, counted, COUNTS[i], &back) == RP_OK);
        CHECK(back == section.span.start);
    }
    CHECK(rp_report_place(report, 0, &place) == RP_OK);
    CHECK(place.kind == RP_PLACE_KIND_NONE && place.number == RP_NONE);
}

static void strings(const rp_report *report) {
    rp_string *string = NULL;
    CHECK(rp_report_json(report, TEXT("青溪.txt"), RP_OFFSETS_CHARS, &string, NULL) == RP_OK);
    CHECK(holds(rp_string_view(string), "\"report\":\"青溪.txt\""));
    CHECK(holds(rp_string_view(string), "\"offsets\":\"chars\""));
    rp_string_free(string);
    CHECK(rp_report_outline(report, false, &string) == RP_OK);
    CHECK(holds(rp_string_view(string), "经济平稳增长") && !holds(rp_string_view(string), "\x1b["));
    rp_string_free(string);
    CHECK(rp_report_outline(report, true, &string) == RP_OK);
    CHECK(holds(rp_string_view(string), "\x1b["));
    rp_string_free(string);
}

static void pages(const rp_report *report) {
    rp_string *string = NULL;
    rp_error *error = NULL;
    CHECK(rp_report_markdown(report, &string) == RP_OK);
    CHECK(holds(rp_string_view(string), "## 一、2024年工作回顾"));
    rp_string_free(string);
    CHECK(rp_report_html(report, TEXT("<青溪>.txt"), &string, &error) == RP_OK);
    CHECK(holds(rp_string_view(string), "<!doctype html>") && holds(rp_string_view(string), "&lt;青溪"));
    rp_string_free(string);
    CHECK(rp_report_html_fragment(report, NULL, 0, &string, &error) == RP_OK);
    CHECK(holds(rp_string_view(string), "<div ") && !holds(rp_string_view(string), "<html"));
    rp_string_free(string);
    CHECK(!error);
    CHECK(rp_report_html(report, TEXT("\xFF"), &string, &error) == RP_ERROR_ENCODING);
    rp_error_free(error);
}

static void headlines(const rp_report *report) {
    rp_headline headline;
    CHECK(rp_report_headline_count(report) > 0);
    CHECK(rp_report_headline(report, 0, &headline) == RP_OK);
    CHECK(equals(headline.code, "GDP") && headline.actual == 0 && headline.target == 3);
}

static void names(void) {
    CHECK(equals(rp_section_role_name(RP_SECTION_ROLE_PLAN), "plan"));
    CHECK(equals(rp_paragraph_role_name(RP_PARAGRAPH_ROLE_FURNITURE), "furniture"));
    CHECK(equals(rp_approx_name(RP_APPROX_AT_LEAST), "at_least"));
    CHECK(equals(rp_metric_status_name(RP_METRIC_STATUS_TARGET), "target"));
    CHECK(equals(rp_kind_name(RP_KIND_HALF_YEAR_REPORT), "half_year_report"));
    CHECK(equals(rp_region_level_name(RP_REGION_LEVEL_CITY), "city"));
    CHECK(holds(rp_status_message(RP_ERROR_EMPTY), "empty"));
}

/* Options, and the words of the caller's own. */
static void options(void) {
    static const char TEXTS[] = "一、工作回顾\n全年锂电池产量120石，烟花燃放3尊。";
    rp_options *options = rp_options_new();
    rp_report *report = NULL;
    rp_error *error = NULL;
    rp_metric metric;

    CHECK(rp_options_add_indicator(options, TEXT("锂电池产量"), TEXT("LI_BATTERY"), &error) == RP_OK);
    CHECK(rp_options_add_unit(options, TEXT("石"), TEXT("千克"), TEXT("50"), &error) == RP_OK);
    CHECK(rp_options_add_measure_word(options, TEXT("尊"), &error) == RP_OK);
    CHECK(!error);
    CHECK(rp_parse(TEXT(TEXTS), options, &report, NULL) == RP_OK);
    CHECK(rp_report_metric(report, 0, &metric) == RP_OK);
    CHECK(equals(metric.code, "LI_BATTERY") && equals(metric.unit, "石"));
    CHECK(is(metric.base_value, "6000") && equals(metric.base_unit, "千克"));
    rp_report_free(report);

    CHECK(rp_options_set_metrics(options, false) == RP_OK);
    CHECK(rp_parse(TEXT(TEXTS), options, &report, NULL) == RP_OK);
    CHECK(rp_report_metric_count(report) == 0 && rp_report_section_count(report) == 1);
    rp_report_free(report);

    CHECK(rp_options_add_unit(options, TEXT("石"), TEXT("千克"), TEXT("fifty"), &error) == RP_ERROR_LEXICON);
    CHECK(holds(rp_error_message(error), "fifty"));
    rp_error_free(error);
    CHECK(rp_options_add_measure_word(options, TEXT(" "), NULL) == RP_ERROR_LEXICON);
    rp_options_free(options);
}

/* Quantities without a report, with a unit of the caller's own among them. */
static void quantities(void) {
    static const char TEXTS[] = "派驻4万余人次，存粮120石，占比达到百分之五。";
    rp_options *options = rp_options_new();
    rp_quantities *found = NULL;
    rp_quantity quantity;

    CHECK(rp_options_add_unit(options, TEXT("石"), TEXT("千克"), TEXT("50"), NULL) == RP_OK);
    CHECK(rp_quantities_find(TEXT(TEXTS), options, &found, NULL) == RP_OK);
    rp_options_free(options);
    CHECK(rp_quantities_count(found) == 3);
    CHECK(rp_quantities_get(found, 0, &quantity) == RP_OK);
    CHECK(equals(quantity.unit, "万人次") && quantity.approx == RP_APPROX_OVER);
    CHECK(is(quantity.value, "4") && is(quantity.number, "40000"));
    CHECK(strncmp(TEXTS + quantity.span.start, "4万余人次", quantity.span.end - quantity.span.start) == 0);
    CHECK(rp_quantities_get(found, 1, &quantity) == RP_OK);
    CHECK(is(quantity.base_value, "6000") && equals(quantity.base_unit, "千克"));
    CHECK(rp_quantities_get(found, 2, &quantity) == RP_OK);
    CHECK(is(quantity.value, "5") && quantity.value_high.scale == RP_NONE);
    rp_quantities_free(found);
}

/* Bytes in another encoding, and a page. */
static void bytes(void) {
    static const char GB18030[] = "\xd2\xbb\xa1\xa2\xb9\xa4\xd7\xf7\xbb\xd8\xb9\xcb\x0a\xc8\xab\xc4\xea\xcd\xea\xb3\xc9"
                                  "\xcd\xb6\xd7\xca\x35\xd2\xda\xd4\xaa\xa1\xa3";
    static const char PAGE[] =
        "<html><head><title>工作报告</title><meta name=\"PubDate\" content=\"2025-01-09\"></head>"
        "<body><p>一、工作回顾</p><p>全年完成投资5亿元。</p></body></html>";
    rp_options *options = rp_options_new();
    rp_report *report = NULL;
    rp_section section;
    rp_source source;

    CHECK(rp_options_set_charset(options, TEXT("gb18030")) == RP_OK);
    CHECK(rp_parse_bytes((const uint8_t *)TEXT(GB18030), options, &report, NULL) == RP_OK);
    CHECK(rp_report_section(report, 0, &section) == RP_OK);
    CHECK(equals(section.title, "工作回顾"));
    CHECK(rp_report_source(report, &source) == RP_OK);
    CHECK(source.format == RP_FORMAT_TEXT && source.encoding.data && !source.title.data);
    rp_report_free(report);
    rp_options_free(options);

    CHECK(rp_parse_bytes((const uint8_t *)TEXT(PAGE), NULL, &report, NULL) == RP_OK);
    CHECK(rp_report_source(report, &source) == RP_OK);
    CHECK(source.format == RP_FORMAT_HTML && equals(source.title, "工作报告"));
    CHECK(equals(source.published, "2025-01-09"));
    rp_report_free(report);
}

/* A byte that UTF-8 does not allow, in text that is long enough to be known for UTF-8. */
static void warnings(void) {
    static const char damaged[] = "一、工作回顾\n全年完成投资5亿元，增长6%，新增就业1200人，\xFF建成学校3所，改造道路12公里。\n"
                                  "二、工作安排\n今年投资增长6%，新增就业1300人，建成医院1所，改造老旧小区8个，发展继续向好。";
    rp_report *report = NULL;
    rp_warning warning;
    CHECK(rp_parse_bytes((const uint8_t *)TEXT(damaged), NULL, &report, NULL) == RP_OK);
    CHECK(rp_report_warning_count(report) == 1);
    CHECK(rp_report_warning(report, 0, &warning) == RP_OK);
    CHECK(warning.kind == RP_WARNING_KIND_MALFORMED && warning.message.len > 0);
    CHECK(damaged[warning.offset] == '\xFF');
    CHECK(warning.span.start == warning.offset && warning.span.end == warning.offset + 3);
    rp_report_free(report);
}

int main(void) {
    rp_report *report = parsed(TEXT(REPORT));
    CHECK(rp_report_text(report).len == sizeof REPORT - 1);
    meta(report);
    sections(report);
    paragraphs(report);
    points(report);
    metrics(report);
    rows(report);
    diagnostics(report);
    places(report);
    strings(report);
    pages(report);
    headlines(report);
    rp_report_free(report);
    names();
    options();
    quantities();
    bytes();
    warnings();
    return 0;
}
