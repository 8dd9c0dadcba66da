/* The tables as Arrow streams: their schemas, their rows, and who frees them. */
#include "check.h"

static const struct {
    uint32_t table;
    const char *own_column;
} TABLES[] = {
    {RP_TABLE_META, "speaker"}, {RP_TABLE_SECTIONS, "run_in"},    {RP_TABLE_PARAGRAPHS, "lead_start"},
    {RP_TABLE_POINTS, "depth"}, {RP_TABLE_METRICS, "base_value"},
};

static size_t rows_of(const rp_report *report, uint32_t table) {
    switch (table) {
    case RP_TABLE_META: return 1;
    case RP_TABLE_SECTIONS: return rp_report_section_count(report);
    case RP_TABLE_PARAGRAPHS: return rp_report_paragraph_count(report);
    case RP_TABLE_POINTS: return rp_report_point_count(report);
    default: return rp_report_metric_count(report);
    }
}

static int64_t column_of(const struct ArrowSchema *schema, const char *name) {
    int64_t i;
    for (i = 0; i < schema->n_children; i++) {
        if (strcmp(schema->children[i]->name, name) == 0) return i;
    }
    return -1;
}

/* The string in row `row` of a column of type "u". */
static rp_str cell(const struct ArrowArray *column, int64_t row) {
    const int32_t *ends = column->buffers[1];
    rp_str text;
    row += column->offset;
    text.data = (const char *)column->buffers[2] + ends[row];
    text.len = (size_t)(ends[row + 1] - ends[row]);
    return text;
}

static void check_titles(const rp_report *report, const struct ArrowSchema *schema, const struct ArrowArray *batch) {
    int64_t title = column_of(schema, "title"), name = column_of(schema, "report"), row;
    CHECK(title >= 0 && name >= 0);
    CHECK(strcmp(schema->children[title]->format, "u") == 0);
    for (row = 0; row < batch->length; row++) {
        rp_section section;
        rp_str found = cell(batch->children[title], row);
        CHECK(rp_report_section(report, (size_t)row, &section) == RP_OK);
        CHECK(found.len == section.title.len && memcmp(found.data, section.title.data, found.len) == 0);
        CHECK(equals(cell(batch->children[name], row), "样本"));
    }
}

/* Takes all rows of the stream, which gives the whole table. */
static void take(struct ArrowArrayStream *stream, const rp_report *report, uint32_t table, const char *own_column) {
    struct ArrowSchema schema;
    struct ArrowArray batch;
    int64_t rows = 0;

    CHECK(stream->get_schema(stream, &schema) == 0);
    CHECK(strcmp(schema.format, "+s") == 0);
    CHECK(column_of(&schema, own_column) >= 0);
    for (;;) {
        CHECK(stream->get_next(stream, &batch) == 0);
        if (!batch.release) break;
        CHECK(batch.n_children == schema.n_children);
        if (table == RP_TABLE_SECTIONS) check_titles(report, &schema, &batch);
        rows += batch.length;
        batch.release(&batch);
        CHECK(!batch.release);
    }
    CHECK((size_t)rows == rows_of(report, table));
    schema.release(&schema);
    stream->release(stream);
    CHECK(!stream->release);
}

static void check_table(const rp_report *report, uint32_t table, const char *own_column) {
    struct ArrowArrayStream stream;
    memset(&stream, 0xAB, sizeof stream);
    CHECK(rp_report_export(report, table, TEXT("样本"), RP_OFFSETS_CHARS, &stream, NULL) == RP_OK);
    take(&stream, report, table, own_column);
}

static void check_metrics(const rp_report *report) {
    struct ArrowArrayStream stream;
    memset(&stream, 0xAB, sizeof stream);
    CHECK(rp_report_export_metrics(report, &stream) == RP_OK);
    take(&stream, report, RP_TABLE_METRICS, "base_value");
    CHECK(rp_report_export_metrics(NULL, &stream) == RP_ERROR_NULL);
    CHECK(rp_report_export_metrics(report, NULL) == RP_ERROR_NULL);
}

/* A stream owns what it gives. */
static void check_outliving(rp_report *report) {
    struct ArrowArrayStream stream;
    struct ArrowSchema schema;
    struct ArrowArray batch;
    rp_section section;
    char title[256];
    size_t len;

    CHECK(rp_report_section(report, 0, &section) == RP_OK);
    len = section.title.len;
    CHECK(len < sizeof title);
    memcpy(title, section.title.data, len);
    title[len] = 0;
    CHECK(rp_report_export(report, RP_TABLE_SECTIONS, NULL, 0, RP_OFFSETS_BYTES, &stream, NULL) == RP_OK);
    rp_report_free(report);
    CHECK(stream.get_schema(&stream, &schema) == 0);
    CHECK(stream.get_next(&stream, &batch) == 0 && batch.release);
    stream.release(&stream);
    CHECK(equals(cell(batch.children[column_of(&schema, "title")], 0), title));
    schema.release(&schema);
    batch.release(&batch);
}

static void check_wrong_use(const rp_report *report) {
    struct ArrowArrayStream stream;
    rp_error *error = NULL;
    CHECK(rp_report_export(NULL, RP_TABLE_METRICS, NULL, 0, 0, &stream, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_export(report, RP_TABLE_METRICS, NULL, 0, 0, NULL, NULL) == RP_ERROR_NULL);
    CHECK(rp_report_export(report, 99, NULL, 0, 0, &stream, NULL) == RP_ERROR_ARGUMENT);
    CHECK(rp_report_export(report, RP_TABLE_METRICS, NULL, 0, 99, &stream, NULL) == RP_ERROR_ARGUMENT);
    CHECK(rp_report_export(report, RP_TABLE_METRICS, TEXT("\xFF"), 0, &stream, &error) == RP_ERROR_ENCODING);
    CHECK(holds(rp_error_message(error), "name"));
    rp_error_free(error);
}

int main(int argc, char **argv) {
    size_t len, i;
    char *text;
    rp_report *report;

    CHECK(argc == 2);
    text = load(argv[1], &len);
    report = parsed(text, len);
    free(text);
    for (i = 0; i < sizeof TABLES / sizeof *TABLES; i++) check_table(report, TABLES[i].table, TABLES[i].own_column);
    check_metrics(report);
    check_wrong_use(report);
    check_outliving(report);
    return 0;
}
