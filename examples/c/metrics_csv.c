/*
 * Writes the figures of a report as CSV: what is measured, the value, the change, and where it stands.
 *
 *     ./metrics_csv ../reports/communique.txt > metrics.csv
 */
#include <reportparse.h>

#include <stdio.h>
#include <string.h>

/* A field of text; it is quoted where CSV asks for it. */
static void put_text(rp_str text) {
    size_t i;
    int plain = 1;
    for (i = 0; i < text.len; i++) {
        plain = plain && !strchr("\",\r\n", text.data[i]);
    }
    if (!plain) putchar('"');
    for (i = 0; i < text.len; i++) {
        if (text.data[i] == '"') putchar('"');
        putchar(text.data[i]);
    }
    if (!plain) putchar('"');
}

/* A field that holds a number, exact to the last digit. */
static void put_decimal(const rp_decimal *value) {
    char digits[RP_DECIMAL_CAPACITY];
    rp_decimal_text(value, digits, sizeof digits);
    printf(",%s", digits);
}

static void put_metric(const rp_metric *metric, rp_position position) {
    put_text(metric->indicator);
    putchar(',');
    put_text(metric->code);
    put_decimal(&metric->value);
    putchar(',');
    put_text(metric->unit);
    put_decimal(&metric->change);
    putchar(',');
    put_text(metric->change_unit);
    putchar(',');
    put_text(metric->basis);
    putchar(',');
    put_text(rp_metric_status_name(metric->status));
    printf(",%u,%u\n", (unsigned)position.line, (unsigned)position.column);
}

int main(int argc, char **argv) {
    rp_report *report = NULL;
    rp_error *error = NULL;
    size_t i;

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

    puts("indicator,code,value,unit,change,change_unit,basis,status,line,column");
    for (i = 0; i < rp_report_metric_count(report); i++) {
        rp_metric metric;
        rp_position position;
        rp_report_metric(report, i, &metric);
        rp_report_position(report, metric.sentence_span.start, &position);
        put_metric(&metric, position);
    }
    rp_report_free(report);
    return 0;
}
