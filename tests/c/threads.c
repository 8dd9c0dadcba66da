/* Many threads read one report at the same time, and parse with the same options. */
#include "check.h"

#include <pthread.h>

enum { THREADS = 8, ROUNDS = 20 };

typedef struct {
    const rp_report *report;
    const rp_options *options;
    rp_str expected;
} shared;

/* Reads everything; the first to come builds what the report builds when it is first asked for. */
static void read_all(const rp_report *report) {
    size_t i;
    uint32_t reached = 0;
    rp_str text = rp_report_text(report);
    for (i = 0; i < rp_report_metric_count(report); i++) {
        rp_metric metric;
        uint32_t chars, back;
        CHECK(rp_report_metric(report, i, &metric) == RP_OK);
        CHECK(rp_report_offset(report, metric.sentence_span.start, RP_OFFSETS_CHARS, &chars) == RP_OK);
        CHECK(rp_report_byte_offset(report, chars, RP_OFFSETS_CHARS, &back) == RP_OK);
        CHECK(back == metric.sentence_span.start);
        CHECK(metric.sentence.data == text.data + back);
        CHECK(reached <= back);
        reached = back;
    }
    for (i = 0; i < rp_report_diagnostic_count(report); i++) {
        rp_diagnostic diagnostic;
        CHECK(rp_report_diagnostic(report, i, &diagnostic) == RP_OK);
        CHECK(diagnostic.message.len > 0);
    }
}

static void *work(void *argument) {
    const shared *common = argument;
    int round;
    for (round = 0; round < ROUNDS; round++) {
        rp_report *own = NULL;
        rp_string *json = NULL;
        rp_str text = rp_report_text(common->report);
        read_all(common->report);
        CHECK(rp_report_json(common->report, NULL, 0, RP_OFFSETS_UTF16, &json, NULL) == RP_OK);
        CHECK(rp_string_view(json).len == common->expected.len);
        CHECK(memcmp(rp_string_view(json).data, common->expected.data, common->expected.len) == 0);
        rp_string_free(json);
        CHECK(rp_parse(text.data, text.len, common->options, &own, NULL) == RP_OK);
        CHECK(rp_report_section_count(own) == rp_report_section_count(common->report));
        rp_report_free(own);
    }
    return NULL;
}

int main(int argc, char **argv) {
    pthread_t threads[THREADS];
    rp_options *options = rp_options_new();
    rp_report *report;
    rp_report *other;
    rp_string *json = NULL;
    shared common;
    size_t len;
    char *text;
    int i;

    CHECK(argc == 2);
    text = load(argv[1], &len);
    report = parsed(text, len);
    other = parsed(text, len);
    free(text);
    CHECK(rp_report_json(other, NULL, 0, RP_OFFSETS_UTF16, &json, NULL) == RP_OK);
    rp_report_free(other);

    common.report = report;
    common.options = options;
    common.expected = rp_string_view(json);
    for (i = 0; i < THREADS; i++) CHECK(pthread_create(&threads[i], NULL, work, &common) == 0);
    for (i = 0; i < THREADS; i++) CHECK(pthread_join(threads[i], NULL) == 0);

    rp_string_free(json);
    rp_report_free(report);
    rp_options_free(options);
    return 0;
}
