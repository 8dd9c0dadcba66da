/*
 * Sizes, places of fields and numbers of enums. Programs are compiled with them in: whoever changes one of these lines
 * changes the SONAME, too. Compiled as C and as C++.
 */
#include <reportparse.h>

#include <stddef.h>

#ifdef __cplusplus
#define FIXED(condition) static_assert(condition, #condition)
#else
#define FIXED(condition) _Static_assert(condition, #condition)
#endif

#define SIZE(type, size) FIXED(sizeof(type) == (size))
#define FIELD(type, field, offset) FIXED(offsetof(type, field) == (offset))

/* The numbers hold wherever pointers have 64 bits. */
#if UINTPTR_MAX == UINT64_MAX

SIZE(rp_status, 4);
SIZE(rp_str, 16);
FIELD(rp_str, len, 8);
SIZE(rp_span, 8);
FIELD(rp_span, end, 4);
SIZE(rp_rows, 8);
FIELD(rp_rows, end, 4);
SIZE(rp_position, 8);
FIELD(rp_position, column, 4);
SIZE(rp_date, 4);
FIELD(rp_date, month, 2);
FIELD(rp_date, day, 3);
SIZE(rp_decimal, 24);
FIELD(rp_decimal, high, 8);
FIELD(rp_decimal, scale, 16);

SIZE(rp_source, 72);
FIELD(rp_source, title, 16);
FIELD(rp_source, published, 32);
FIELD(rp_source, publisher, 48);
FIELD(rp_source, format, 64);
SIZE(rp_place, 8);
FIELD(rp_place, number, 4);
SIZE(rp_warning, 40);
FIELD(rp_warning, span, 16);
FIELD(rp_warning, offset, 24);
FIELD(rp_warning, kind, 32);

SIZE(rp_meta, 136);
FIELD(rp_meta, speaker, 16);
FIELD(rp_meta, speaker_role, 32);
FIELD(rp_meta, occasion, 48);
FIELD(rp_meta, salutation, 64);
FIELD(rp_meta, region, 80);
FIELD(rp_meta, period, 96);
FIELD(rp_meta, delivered_on, 112);
FIELD(rp_meta, published_on, 116);
FIELD(rp_meta, region_level, 120);
FIELD(rp_meta, kind, 124);
FIELD(rp_meta, year, 128);

SIZE(rp_section, 72);
FIELD(rp_section, title, 16);
FIELD(rp_section, span, 32);
FIELD(rp_section, title_span, 40);
FIELD(rp_section, parent, 48);
FIELD(rp_section, part, 52);
FIELD(rp_section, level, 56);
FIELD(rp_section, ordinal, 60);
FIELD(rp_section, role, 64);
FIELD(rp_section, run_in, 68);

SIZE(rp_paragraph, 64);
FIELD(rp_paragraph, lead, 16);
FIELD(rp_paragraph, span, 32);
FIELD(rp_paragraph, lead_span, 40);
FIELD(rp_paragraph, section, 48);
FIELD(rp_paragraph, part, 52);
FIELD(rp_paragraph, role, 56);

SIZE(rp_point, 80);
FIELD(rp_point, marker, 16);
FIELD(rp_point, lead, 32);
FIELD(rp_point, span, 48);
FIELD(rp_point, parent, 56);
FIELD(rp_point, list, 60);
FIELD(rp_point, section, 64);
FIELD(rp_point, paragraph, 68);
FIELD(rp_point, depth, 72);
FIELD(rp_point, ordinal, 76);

SIZE(rp_metric, 344);
FIELD(rp_metric, indicator, 16);
FIELD(rp_metric, code, 32);
FIELD(rp_metric, literal, 48);
FIELD(rp_metric, unit, 64);
FIELD(rp_metric, base_unit, 80);
FIELD(rp_metric, change_literal, 96);
FIELD(rp_metric, change_unit, 112);
FIELD(rp_metric, basis, 128);
FIELD(rp_metric, period, 144);
FIELD(rp_metric, sentence_span, 160);
FIELD(rp_metric, indicator_span, 168);
FIELD(rp_metric, span, 176);
FIELD(rp_metric, change_span, 184);
FIELD(rp_metric, value, 192);
FIELD(rp_metric, value_high, 216);
FIELD(rp_metric, base_value, 240);
FIELD(rp_metric, change, 264);
FIELD(rp_metric, change_high, 288);
FIELD(rp_metric, period_start, 312);
FIELD(rp_metric, period_end, 316);
FIELD(rp_metric, section, 320);
FIELD(rp_metric, point, 324);
FIELD(rp_metric, part_of, 328);
FIELD(rp_metric, approx, 332);
FIELD(rp_metric, status, 336);

SIZE(rp_headline, 24);
FIELD(rp_headline, actual, 16);
FIELD(rp_headline, target, 20);

SIZE(rp_quantity, 144);
FIELD(rp_quantity, base_unit, 16);
FIELD(rp_quantity, span, 32);
FIELD(rp_quantity, value, 40);
FIELD(rp_quantity, value_high, 64);
FIELD(rp_quantity, number, 88);
FIELD(rp_quantity, base_value, 112);
FIELD(rp_quantity, approx, 136);

SIZE(rp_diagnostic, 48);
FIELD(rp_diagnostic, message, 16);
FIELD(rp_diagnostic, span, 32);
FIELD(rp_diagnostic, oddity, 40);

#endif

FIXED(RP_NONE == 0xFFFFFFFFu);

FIXED(RP_OK == 0);
FIXED(RP_ERROR_NULL == 1);
FIXED(RP_ERROR_INDEX == 2);
FIXED(RP_ERROR_ARGUMENT == 3);
FIXED(RP_ERROR_PANIC == 4);
FIXED(RP_ERROR_OTHER == 5);
FIXED(RP_ERROR_EMPTY == 10);
FIXED(RP_ERROR_TOO_LONG == 11);
FIXED(RP_ERROR_ENCODING == 12);
FIXED(RP_ERROR_LEXICON == 13);
FIXED(RP_ERROR_IO == 20);
FIXED(RP_ERROR_UNSUPPORTED == 21);
FIXED(RP_ERROR_DISABLED == 22);
FIXED(RP_ERROR_ENCRYPTED == 23);
FIXED(RP_ERROR_MALFORMED == 24);
FIXED(RP_ERROR_DAMAGED == 25);
FIXED(RP_ERROR_NO_TEXT == 26);
FIXED(RP_ERROR_LIMIT == 27);
FIXED(RP_ERROR_MISSING_LIBRARY == 28);

FIXED(RP_LIMIT_BYTES == 1);
FIXED(RP_LIMIT_TEXT_BYTES == 2);
FIXED(RP_LIMIT_PART_BYTES == 3);
FIXED(RP_LIMIT_PAGES == 4);
FIXED(RP_LIMIT_DEPTH == 5);
FIXED(RP_LIMIT_NODES == 6);

FIXED(RP_FORMAT_NONE == 0);
FIXED(RP_FORMAT_TEXT == 1);
FIXED(RP_FORMAT_HTML == 2);
FIXED(RP_FORMAT_DOCX == 3);
FIXED(RP_FORMAT_PDF == 4);
FIXED(RP_FORMAT_OTHER == 5);

FIXED(RP_PLACE_KIND_NONE == 0);
FIXED(RP_PLACE_KIND_PAGE == 1);
FIXED(RP_PLACE_KIND_PARAGRAPH == 2);
FIXED(RP_PLACE_KIND_NOTE == 3);
FIXED(RP_PLACE_KIND_OTHER == 4);

FIXED(RP_WARNING_KIND_OTHER == 0);
FIXED(RP_WARNING_KIND_MALFORMED == 1);
FIXED(RP_WARNING_KIND_WRONG_CHARSET == 2);
FIXED(RP_WARNING_KIND_MOJIBAKE == 3);
FIXED(RP_WARNING_KIND_MISSING_PART == 4);
FIXED(RP_WARNING_KIND_LEFT_OUT == 5);
FIXED(RP_WARNING_KIND_NO_TEXT == 6);

FIXED(RP_SECTION_ROLE_REVIEW == 1);
FIXED(RP_SECTION_ROLE_PLAN == 2);
FIXED(RP_SECTION_ROLE_PROBLEMS == 3);
FIXED(RP_SECTION_ROLE_OTHER == 4);

FIXED(RP_PARAGRAPH_ROLE_TITLE == 1);
FIXED(RP_PARAGRAPH_ROLE_SUBTITLE == 2);
FIXED(RP_PARAGRAPH_ROLE_BYLINE == 3);
FIXED(RP_PARAGRAPH_ROLE_DATE == 4);
FIXED(RP_PARAGRAPH_ROLE_SALUTATION == 5);
FIXED(RP_PARAGRAPH_ROLE_HEADING == 6);
FIXED(RP_PARAGRAPH_ROLE_BODY == 7);
FIXED(RP_PARAGRAPH_ROLE_CLOSING == 8);
FIXED(RP_PARAGRAPH_ROLE_NOTE == 9);
FIXED(RP_PARAGRAPH_ROLE_FURNITURE == 10);

FIXED(RP_APPROX_EXACT == 1);
FIXED(RP_APPROX_ABOUT == 2);
FIXED(RP_APPROX_NEAR == 3);
FIXED(RP_APPROX_OVER == 4);
FIXED(RP_APPROX_AT_LEAST == 5);
FIXED(RP_APPROX_AT_MOST == 6);

FIXED(RP_METRIC_STATUS_ACTUAL == 1);
FIXED(RP_METRIC_STATUS_TARGET == 2);
FIXED(RP_METRIC_STATUS_OTHER == 3);

FIXED(RP_KIND_WORK_REPORT == 1);
FIXED(RP_KIND_HALF_YEAR_REPORT == 2);
FIXED(RP_KIND_COMMUNIQUE == 3);
FIXED(RP_KIND_PLAN_REPORT == 4);
FIXED(RP_KIND_BUDGET_REPORT == 5);
FIXED(RP_KIND_OTHER == 6);

FIXED(RP_REGION_LEVEL_UNKNOWN == 0);
FIXED(RP_REGION_LEVEL_NATIONAL == 1);
FIXED(RP_REGION_LEVEL_PROVINCE == 2);
FIXED(RP_REGION_LEVEL_CITY == 3);
FIXED(RP_REGION_LEVEL_COUNTY == 4);

FIXED(RP_ODDITY_OTHER == 0);
FIXED(RP_ODDITY_ORDINAL_SKIPPED == 1);
FIXED(RP_ODDITY_ORDINAL_REPEATED == 2);
FIXED(RP_ODDITY_COUNT_DIFFERS == 3);
FIXED(RP_ODDITY_DAMAGED_TEXT == 4);
FIXED(RP_ODDITY_SOURCE == 5);

FIXED(RP_OFFSETS_BYTES == 0);
FIXED(RP_OFFSETS_CHARS == 1);
FIXED(RP_OFFSETS_UTF16 == 2);

FIXED(RP_TABLE_META == 0);
FIXED(RP_TABLE_SECTIONS == 1);
FIXED(RP_TABLE_PARAGRAPHS == 2);
FIXED(RP_TABLE_POINTS == 3);
FIXED(RP_TABLE_METRICS == 4);
