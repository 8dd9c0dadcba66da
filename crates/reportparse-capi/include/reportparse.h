/*
 * reportparse: parses Chinese official reports (政府工作报告, 统计公报) into sections, points and metrics, each with its
 * place in the text.
 *
 *     rp_report *report = NULL;
 *     rp_error *error = NULL;
 *     if (rp_parse(text, len, NULL, &report, &error) != RP_OK) {
 *         rp_str message = rp_error_message(error);
 *         fprintf(stderr, "%.*s\n", (int)message.len, message.data);
 *         rp_error_free(error);
 *         return 1;
 *     }
 *     for (size_t i = 0; i < rp_report_metric_count(report); i++) {
 *         rp_metric metric;
 *         rp_report_metric(report, i, &metric);
 *     }
 *     rp_report_free(report);
 *
 * What holds for every function:
 *
 * Ownership. What comes through an rp_report **, rp_error ** or rp_string **, or from rp_options_new(), belongs to the
 * caller, who frees it once with the _free function of its type; these take NULL. All else belongs to the library.
 *
 * Lifetime. An rp_str and a row (rp_section, rp_metric, ...) copy no text: they point into the report that they come
 * from, and are gone with it. The library keeps nothing that the caller gives; it may be freed when the call is over.
 *
 * Text is UTF-8: a pointer and a length in bytes. Nothing needs or gives a closing NUL; NULL with length 0 is no text.
 *
 * Pointers are NULL or valid and aligned, and a pointer that a function writes through overlaps no other. NULL is told
 * as RP_ERROR_NULL, save where a function says that it may be NULL.
 *
 * Errors. A function that can fail returns an rp_status and writes its results only on success. Where it takes an
 * rp_error **, that may be NULL; otherwise a failure, and only a failure, writes a new error there. A function that
 * returns anything else answers NULL and numbers that are out of range with 0, RP_NONE, or a text that is not there. No
 * panic leaves the library: it becomes RP_ERROR_PANIC.
 *
 * Threads. Each type tells who may use an object at the same time; different objects never meet. The library keeps no
 * state between calls, save the libpdfium that it loads once.
 *
 * Enums. A parameter that takes a value of an enum is a uint32_t, so that a wrong one can be told. Names of all values
 * are those of the tables, of JSON and of the other languages. Be ready for numbers that this header does not know.
 *
 * Layout. Structs and numbers of enums stay as they are as long as the library's SONAME does.
 *
 * This file is made by `cargo run -p reportparse-dev -- header` from the sources of the library. Do not edit it.
 */


#ifndef REPORTPARSE_H
#define REPORTPARSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The version of this header; rp_version() tells that of the library.
#define RP_VERSION_MAJOR 0
#define RP_VERSION_MINOR 1
#define RP_VERSION_PATCH 0
#define RP_VERSION_STRING "0.1.0"
#define RP_VERSION ((RP_VERSION_MAJOR << 16) | (RP_VERSION_MINOR << 8) | RP_VERSION_PATCH)

/// The structs of Arrow's C data and C stream interfaces, as every Arrow implementation defines them; see
/// https://arrow.apache.org/docs/format/CStreamInterface.html. The one that is included first is taken.
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};

struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};
#endif

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
    int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
    const char *(*get_last_error)(struct ArrowArrayStream *);
    void (*release)(struct ArrowArrayStream *);
    void *private_data;
};
#endif


/// Stands for no number wherever a number may be missing: a parent, an ordinal, the ends of a span, a scale.
#define RP_NONE UINT32_MAX

/// The most bytes that rp_decimal_text() writes, the closing NUL included.
#define RP_DECIMAL_CAPACITY 33

/// How a call ended. The numbers never change; a number that is no longer used is not given out again.
enum rp_status
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /// All went well.
    RP_OK = 0,
    /// A pointer that must not be NULL is NULL.
    RP_ERROR_NULL = 1,
    /// There is no such row, or no such place in the text.
    RP_ERROR_INDEX = 2,
    /// A number stands for no value of its enum, or a length for no size that memory can have.
    RP_ERROR_ARGUMENT = 3,
    /// The library failed; this is a mistake in it.
    RP_ERROR_PANIC = 4,
    /// Something that this version has no status for; the error's message tells.
    RP_ERROR_OTHER = 5,
    /// The text holds nothing but blanks.
    RP_ERROR_EMPTY = 10,
    /// The text is longer than offsets can count.
    RP_ERROR_TOO_LONG = 11,
    /// Text is no UTF-8.
    RP_ERROR_ENCODING = 12,
    /// An entry of a lexicon cannot be used.
    RP_ERROR_LEXICON = 13,
    /// The file could not be opened or read.
    RP_ERROR_IO = 20,
    /// The input is of a format that is not read: an archive, an image, a legacy Word file.
    RP_ERROR_UNSUPPORTED = 21,
    /// The input is of a format that this build of the library leaves out.
    RP_ERROR_DISABLED = 22,
    /// The input needs a password.
    RP_ERROR_ENCRYPTED = 23,
    /// The input has bytes that its encoding does not allow, and the options refuse them.
    RP_ERROR_MALFORMED = 24,
    /// The input is damaged beyond reading.
    RP_ERROR_DAMAGED = 25,
    /// The input holds no text: a scan.
    RP_ERROR_NO_TEXT = 26,
    /// The input goes beyond a limit of the options.
    RP_ERROR_LIMIT = 27,
    /// The library that reads PDF is not there.
    RP_ERROR_MISSING_LIBRARY = 28,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum rp_status rp_status;
#else
typedef uint32_t rp_status;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/// The format of a file, found by its content. The numbers never change.
enum rp_format
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /// None: the report was parsed from text with rp_parse().
    RP_FORMAT_NONE = 0,
    /// Plain text, Markdown among it.
    RP_FORMAT_TEXT = 1,
    /// A web page or a fragment of one.
    RP_FORMAT_HTML = 2,
    /// A Word document of the Office Open XML kind.
    RP_FORMAT_DOCX = 3,
    /// A PDF with a text layer.
    RP_FORMAT_PDF = 4,
    /// A format that this header does not name.
    RP_FORMAT_OTHER = 5,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum rp_format rp_format;
#else
typedef uint32_t rp_format;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/// What a place in a source counts.
enum rp_place_kind
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /// Nothing: text and HTML have no numbered pages or paragraphs.
    RP_PLACE_KIND_NONE = 0,
    /// A page of a PDF, from 1.
    RP_PLACE_KIND_PAGE = 1,
    /// A paragraph of a DOCX, from 1, empty ones and those in tables counted.
    RP_PLACE_KIND_PARAGRAPH = 2,
    /// A footnote or an endnote of a DOCX, by the number that it carries in the text.
    RP_PLACE_KIND_NOTE = 3,
    /// Something that this header does not name.
    RP_PLACE_KIND_OTHER = 4,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum rp_place_kind rp_place_kind;
#else
typedef uint32_t rp_place_kind;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/// The kinds of warning. The numbers never change.
enum rp_warning_kind
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /// Something that this header does not name; the message tells.
    RP_WARNING_KIND_OTHER = 0,
    /// Bytes that the encoding does not allow were replaced with U+FFFD.
    RP_WARNING_KIND_MALFORMED = 1,
    /// The declared encoding does not fit the bytes and was set aside.
    RP_WARNING_KIND_WRONG_CHARSET = 2,
    /// The text was decoded with the wrong encoding before it reached the library.
    RP_WARNING_KIND_MOJIBAKE = 3,
    /// A part that the file points to is missing or damaged; the rest was read.
    RP_WARNING_KIND_MISSING_PART = 4,
    /// Text that is no part of the report was left out.
    RP_WARNING_KIND_LEFT_OUT = 5,
    /// A page has an image and no text.
    RP_WARNING_KIND_NO_TEXT = 6,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum rp_warning_kind rp_warning_kind;
#else
typedef uint32_t rp_warning_kind;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/// The rank of the place that a report speaks for.
enum rp_region_level
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /// The text does not tell.
    RP_REGION_LEVEL_UNKNOWN = 0,
    /// The country.
    RP_REGION_LEVEL_NATIONAL = 1,
    /// 省, 自治区, 直辖市.
    RP_REGION_LEVEL_PROVINCE = 2,
    /// 地级市, 自治州, 盟, 地区.
    RP_REGION_LEVEL_CITY = 3,
    /// 县, 县级市, 市辖区, 旗.
    RP_REGION_LEVEL_COUNTY = 4,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum rp_region_level rp_region_level;
#else
typedef uint32_t rp_region_level;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/// What kind of document a report is.
enum rp_kind
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /// 政府工作报告.
    RP_KIND_WORK_REPORT = 1,
    /// A report on half a year: 上半年工作情况的报告.
    RP_KIND_HALF_YEAR_REPORT = 2,
    /// 统计公报.
    RP_KIND_COMMUNIQUE = 3,
    /// 国民经济和社会发展计划…的报告.
    RP_KIND_PLAN_REPORT = 4,
    /// 预算, 决算, 财政收支.
    RP_KIND_BUDGET_REPORT = 5,
    /// Anything else.
    RP_KIND_OTHER = 6,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum rp_kind rp_kind;
#else
typedef uint32_t rp_kind;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/// What a section is for.
enum rp_section_role
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /// An account of what was done: 工作回顾, 过去一年, 上半年工作情况.
    RP_SECTION_ROLE_REVIEW = 1,
    /// What is to be done: 工作安排, 总体要求, 目标任务, 下半年工作计划.
    RP_SECTION_ROLE_PLAN = 2,
    /// Shortcomings and difficulties: 存在的问题, 困难和挑战.
    RP_SECTION_ROLE_PROBLEMS = 3,
    /// Anything else.
    RP_SECTION_ROLE_OTHER = 4,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum rp_section_role rp_section_role;
#else
typedef uint32_t rp_section_role;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/// What a paragraph is.
enum rp_paragraph_role
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /// The report's title, or a line of it.
    RP_PARAGRAPH_ROLE_TITLE = 1,
    /// The line below the title: the occasion and its date.
    RP_PARAGRAPH_ROLE_SUBTITLE = 2,
    /// Who speaks or issues.
    RP_PARAGRAPH_ROLE_BYLINE = 3,
    /// A date on a line of its own.
    RP_PARAGRAPH_ROLE_DATE = 4,
    /// Those addressed: 各位代表：
    RP_PARAGRAPH_ROLE_SALUTATION = 5,
    /// A heading, alone or with the body text that shares its paragraph.
    RP_PARAGRAPH_ROLE_HEADING = 6,
    /// Running text.
    RP_PARAGRAPH_ROLE_BODY = 7,
    /// Formulas after the body: a signature, an appeal.
    RP_PARAGRAPH_ROLE_CLOSING = 8,
    /// A note, a glossary entry, the announcement of an annex.
    RP_PARAGRAPH_ROLE_NOTE = 9,
    /// Page text that is no part of the report: a breadcrumb, a share bar, a page number.
    RP_PARAGRAPH_ROLE_FURNITURE = 10,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum rp_paragraph_role rp_paragraph_role;
#else
typedef uint32_t rp_paragraph_role;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/// How a written figure stands to the true one.
enum rp_approx
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /// As written.
    RP_APPROX_EXACT = 1,
    /// 约, 左右, 上下: around.
    RP_APPROX_ABOUT = 2,
    /// 近, 接近: a little less.
    RP_APPROX_NEAR = 3,
    /// 余, 多, 超, 超过, 突破, 逾: more than.
    RP_APPROX_OVER = 4,
    /// 以上, 不低于, 不少于: this or more.
    RP_APPROX_AT_LEAST = 5,
    /// 以内, 以下, 不超过, 控制在…以内: this or less.
    RP_APPROX_AT_MOST = 6,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum rp_approx rp_approx;
#else
typedef uint32_t rp_approx;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/// Whether a metric has come about.
enum rp_metric_status
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /// Done, or the state of things.
    RP_METRIC_STATUS_ACTUAL = 1,
    /// To be reached.
    RP_METRIC_STATUS_TARGET = 2,
    /// A forecast by others, a rule, a threshold.
    RP_METRIC_STATUS_OTHER = 3,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum rp_metric_status rp_metric_status;
#else
typedef uint32_t rp_metric_status;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/// The kinds of oddity. The numbers never change.
enum rp_oddity
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /// Something that this header does not name; the diagnostic's code and message tell.
    RP_ODDITY_OTHER = 0,
    /// A number of a sequence is missing: 一、 is followed by 三、.
    RP_ODDITY_ORDINAL_SKIPPED = 1,
    /// A number of a sequence stands twice, or goes back.
    RP_ODDITY_ORDINAL_REPEATED = 2,
    /// The text announces a number of points and another number follows.
    RP_ODDITY_COUNT_DIFFERS = 3,
    /// A control or replacement character stands in the text: a sign of a damaged file.
    RP_ODDITY_DAMAGED_TEXT = 4,
    /// Something odd about the file, as its reader tells it; the code names the kind of rp_warning.
    RP_ODDITY_SOURCE = 5,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum rp_oddity rp_oddity;
#else
typedef uint32_t rp_oddity;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/// What is limited when a file is read, so that a hostile one cannot take all memory or time.
enum rp_limit
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /// max_bytes: the largest input, in bytes. 256 MiB by default.
    RP_LIMIT_BYTES = 1,
    /// max_text_bytes: the longest text that is decoded or extracted, in bytes of UTF-8. 64 MiB by default.
    RP_LIMIT_TEXT_BYTES = 2,
    /// max_part_bytes: the largest size to which one compressed part of a DOCX may expand. 256 MiB by default.
    RP_LIMIT_PART_BYTES = 3,
    /// max_pages: the largest number of pages of a PDF. 5,000 by default.
    RP_LIMIT_PAGES = 4,
    /// max_depth: how deep elements of HTML and DOCX may nest. 256 by default.
    RP_LIMIT_DEPTH = 5,
    /// max_nodes: the largest number of elements, attributes and pieces of text of an HTML page. 2,000,000 by default.
    RP_LIMIT_NODES = 6,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum rp_limit rp_limit;
#else
typedef uint32_t rp_limit;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/// How offsets are counted.
enum rp_offsets
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /// UTF-8 bytes: C, Rust.
    RP_OFFSETS_BYTES = 0,
    /// Unicode code points: Python.
    RP_OFFSETS_CHARS = 1,
    /// UTF-16 units: JavaScript, Java.
    RP_OFFSETS_UTF16 = 2,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum rp_offsets rp_offsets;
#else
typedef uint32_t rp_offsets;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/// The tables of a report.
enum rp_table
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /// The facts of the head: one row.
    RP_TABLE_META = 0,
    /// Headed divisions.
    RP_TABLE_SECTIONS = 1,
    /// Blocks of text.
    RP_TABLE_PARAGRAPHS = 2,
    /// Enumerated items.
    RP_TABLE_POINTS = 3,
    /// Figures.
    RP_TABLE_METRICS = 4,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum rp_table rp_table;
#else
typedef uint32_t rp_table;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/// What went wrong, told with names and places.
///
/// Owner: the caller, who frees it with rp_error_free(). Threads: it never changes, so any may read it.
typedef struct rp_error rp_error;

/// How reports are parsed: what is looked for, the words of the caller's own, and how files are read.
///
/// Owner: the caller, who frees it with rp_options_free(). Threads: any may parse with the same options at the same
/// time, as long as none changes them.
typedef struct rp_options rp_options;

/// The quantities of a text, found by rp_quantities_find().
///
/// Owner: the caller, who frees it with rp_quantities_free(). It keeps nothing of the text, and never changes. Threads:
/// any number may read it at the same time.
typedef struct rp_quantities rp_quantities;

/// A parsed report: its text, its metadata, its tables, its diagnostics.
///
/// Owner: the caller, who frees it with rp_report_free(). It keeps a copy of the text, and never changes. Threads: any
/// number may read it at the same time.
typedef struct rp_report rp_report;

/// Text that was made for the caller: a report as JSON, the path of a section.
///
/// Owner: the caller, who frees it with rp_string_free(). Threads: it never changes, so any may read it.
typedef struct rp_string rp_string;

/// Text that the library keeps: `len` bytes of UTF-8 from `data` on, with no closing NUL. `data` is NULL where there is
/// no text, which is not the same as text of length 0.
///
/// Owner: the library; the function that gives it tells how long it lasts. Threads: it never changes, so any may read it.
typedef struct {
    /// The first byte.
    const char *data;
    /// How many bytes there are.
    size_t len;
} rp_str;

/// An exact decimal: (high × 2^64 + low) ÷ 10^scale. Where there is no number, `scale` is RP_NONE and the rest 0.
///
/// 22.60 keeps its last zero: its mantissa is 2260 and its scale 2. `high` carries the sign (two's complement); it is 0
/// or -1 for every number of at most 18 digits.
typedef struct {
    /// The lower 64 bits of the mantissa.
    uint64_t low;
    /// The upper 64 bits of the mantissa.
    int64_t high;
    /// How many digits follow the point, at most 28; RP_NONE where there is no number.
    uint32_t scale;
} rp_decimal;

/// What the bytes that a report was read from declare about themselves. It may be wrong. Strings last as long as the
/// report.
typedef struct {
    /// The encoding that the bytes were in: UTF-8, gb18030; none for DOCX, for PDF and for rp_parse().
    rp_str encoding;
    /// The title in the head of a page, or in the properties of a DOCX or PDF.
    rp_str title;
    /// When a page says that it was published.
    rp_str published;
    /// Who published it, as a page says.
    rp_str publisher;
    /// The format that the bytes had.
    rp_format format;
} rp_source;

/// A place in the source that people can find.
typedef struct {
    /// What `number` counts.
    rp_place_kind kind;
    /// The page, the paragraph or the note; RP_NONE where there is none.
    uint32_t number;
} rp_place;

/// A place in the text, in UTF-8 bytes: from `start` up to, not including, `end`. Both are RP_NONE where there is none.
typedef struct {
    /// Offset of the first byte.
    uint32_t start;
    /// Offset after the last byte.
    uint32_t end;
} rp_span;

/// Something odd in the source that did not stop the reading.
typedef struct {
    /// What was found and what to do, in one sentence that lasts as long as the report.
    rp_str message;
    /// Where it is in the text; empty where it is about something left out.
    rp_span span;
    /// The byte of the input, or SIZE_MAX where that is not known.
    size_t offset;
    /// What kind of oddity it is.
    rp_warning_kind kind;
} rp_warning;

/// A day. All fields are 0 where there is none.
typedef struct {
    /// The year, such as 2025.
    int16_t year;
    /// The month, from 1.
    uint8_t month;
    /// The day of the month, from 1.
    uint8_t day;
} rp_date;

/// The facts of a report's head. Strings are the words as written; they last as long as the report.
typedef struct {
    /// The title, which may take several lines.
    rp_str title;
    /// The speaker's name.
    rp_str speaker;
    /// The speaker's office.
    rp_str speaker_role;
    /// The meeting.
    rp_str occasion;
    /// Those addressed, the closing colon left out.
    rp_str salutation;
    /// The place that the report speaks for.
    rp_str region;
    /// The part of a year that the title names: 上半年.
    rp_str period;
    /// The day on which the report was given.
    rp_date delivered_on;
    /// The day on which it was published.
    rp_date published_on;
    /// The rank of `region`.
    rp_region_level region_level;
    /// What kind of document it is.
    rp_kind kind;
    /// The year in which a work report is given, of which a communiqué tells; 0 where the text does not tell.
    int32_t year;
} rp_meta;

/// A headed division of a report. Strings last as long as the report.
typedef struct {
    /// 一、 / （一） / 1. as written; none for an unnumbered heading.
    rp_str marker;
    /// The heading after its marker, closing 。 or ： left out.
    rp_str title;
    /// From the marker's first character to the end of the whole section, subsections included.
    rp_span span;
    /// The place of `title`.
    rp_span title_span;
    /// The section that holds this one, or RP_NONE.
    uint32_t parent;
    /// 0 for the report itself, 1, 2, … for its annexed reports.
    uint32_t part;
    /// 1 for the highest rank of its part.
    uint32_t level;
    /// The number that the marker states, or RP_NONE.
    uint32_t ordinal;
    /// What the section is for.
    rp_section_role role;
    /// Whether body text follows in the heading's own paragraph.
    bool run_in;
} rp_section;

/// A block of text. The paragraphs hold every non-blank character of the report once. Strings last as long as the report.
typedef struct {
    /// The paragraph as written, without the blanks around it.
    rp_str text;
    /// The topic sentence that opens it, closing 。 left out; none where there is none.
    rp_str lead;
    /// The place of `text`.
    rp_span span;
    /// The place of `lead`.
    rp_span lead_span;
    /// The innermost section it stands in, or RP_NONE.
    uint32_t section;
    /// 0 for the report itself, 1, 2, … for its annexed reports.
    uint32_t part;
    /// What the paragraph is.
    rp_paragraph_role role;
} rp_paragraph;

/// An enumerated item inside a section: 一是…, 第一, ①, ——. Strings last as long as the report.
typedef struct {
    /// The item as written, its marker included.
    rp_str text;
    /// 一是, 第一, ①, —— as written.
    rp_str marker;
    /// The item's heading phrase; none where it has none.
    rp_str lead;
    /// The place of `text`.
    rp_span span;
    /// The point in which this point's list stands, or RP_NONE.
    uint32_t parent;
    /// The list it belongs to; lists are numbered from 0 in the order of their first points.
    uint32_t list;
    /// The innermost section it stands in, or RP_NONE.
    uint32_t section;
    /// The paragraph in which it starts.
    uint32_t paragraph;
    /// 0 for a point of an outermost list.
    uint32_t depth;
    /// The number that the marker states; RP_NONE for ——.
    uint32_t ordinal;
} rp_point;

/// One thing measured once: an indicator with a value, a change, or both. Strings last as long as the report.
typedef struct {
    /// The sentence it stands in.
    rp_str sentence;
    /// The phrase that names what is measured: 规模以上工业总产值.
    rp_str indicator;
    /// The indicator's entry in the lexicon: GDP.
    rp_str code;
    /// The value as written, approximators and unit included: 近3500客; none where only a change is stated.
    rp_str literal;
    /// The unit as written, its scale word included: 亿元; that of the change where there is no value.
    rp_str unit;
    /// The unit that `base_value` counts in: 元.
    rp_str base_unit;
    /// The change as written, from its basis to its unit: 同比下降22.6%; none where only a value is stated.
    rp_str change_literal;
    /// The unit of the change: %, 个百分点.
    rp_str change_unit;
    /// What the change is measured against, as written: 同比, 较一季度.
    rp_str basis;
    /// The period as written: 上半年.
    rp_str period;
    /// The place of `sentence`.
    rp_span sentence_span;
    /// The place of `indicator`, which may lie before the sentence.
    rp_span indicator_span;
    /// The place of `literal`.
    rp_span span;
    /// The place of `change_literal`.
    rp_span change_span;
    /// The value in `unit`: 1031.1.
    rp_decimal value;
    /// The upper end of the value's range.
    rp_decimal value_high;
    /// The value in `base_unit`: 103110000000.
    rp_decimal base_value;
    /// The change, signed, in `change_unit`: -22.6.
    rp_decimal change;
    /// The far end of the change's range, signed.
    rp_decimal change_high;
    /// The first day of the period.
    rp_date period_start;
    /// The last day of the period.
    rp_date period_end;
    /// The innermost section it stands in, or RP_NONE.
    uint32_t section;
    /// The innermost point it stands in, or RP_NONE.
    uint32_t point;
    /// The metric that 其中 makes this one a part of, or RP_NONE.
    uint32_t part_of;
    /// How the value, or the change where there is no value, stands to the true figure.
    rp_approx approx;
    /// Whether it has come about.
    rp_metric_status status;
} rp_metric;

/// An indicator of the lexicon with the figures that stand for it.
typedef struct {
    /// The indicator's entry in the lexicon (GDP), which lasts as long as the report.
    rp_str code;
    /// The metric that was reached; RP_NONE where the report only states an aim.
    uint32_t actual;
    /// The metric that is aimed at; RP_NONE where the report states no aim.
    uint32_t target;
} rp_headline;

/// A number with its unit as written: 1031.1亿元, 4万余人次, 4.5%—5%. Strings last as long as the rp_quantities.
typedef struct {
    /// The unit as written, its scale word included: 亿元; of length 0 for a number without a unit.
    rp_str unit;
    /// The unit that `base_value` counts in: 元; none where the unit is unknown.
    rp_str base_unit;
    /// The quantity as written, approximators and unit included.
    rp_span span;
    /// The number as written, in `unit`; none where no decimal holds it exactly: 三分之一.
    rp_decimal value;
    /// The upper end of a range, in `unit`.
    rp_decimal value_high;
    /// `value` with the scale word counted in: 40000 for 4万人.
    rp_decimal number;
    /// The value in `base_unit`: 103110000000.
    rp_decimal base_value;
    /// How the number stands to the true one.
    rp_approx approx;
} rp_quantity;

/// Rows of a table: from `start` up to, not including, `end`.
typedef struct {
    /// The first row.
    uint32_t start;
    /// The row after the last.
    uint32_t end;
} rp_rows;

/// Something odd that did not stop the parse.
typedef struct {
    /// The oddity's name in JSON ("ordinal_skipped"), which lasts as long as the program.
    rp_str code;
    /// What is odd, in a sentence that lasts as long as the report.
    rp_str message;
    /// Where it shows.
    rp_span span;
    /// What kind of oddity it is.
    rp_oddity oddity;
} rp_diagnostic;

/// A line and a column, both counted from 1; the column in code points.
typedef struct {
    /// The line, counted from 1.
    uint32_t line;
    /// The column in code points, counted from 1.
    uint32_t column;
} rp_position;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/// The version of the library that runs, as one number: RP_VERSION of the header that belongs to it.
///
/// Threads: any. Cost: constant.
uint32_t rp_version(void);

/// The version of the library that runs, such as "0.1.0"; it lasts as long as the program.
///
/// Threads: any. Cost: constant.
rp_str rp_version_string(void);

/// What a status means, in a sentence that lasts as long as the program; none for a number that is no status.
///
/// Threads: any. Cost: constant.
rp_str rp_status_message(uint32_t status);

/// The status that came with the error; RP_ERROR_NULL for NULL.
///
/// Threads: any. Cost: constant.
rp_status rp_error_status(const rp_error *error);

/// What went wrong and what to do, in one sentence that lasts as long as the error; none for NULL.
///
/// Threads: any. Cost: constant.
rp_str rp_error_message(const rp_error *error);

/// The byte of the input at which it went wrong; SIZE_MAX where it has no place, and for NULL.
///
/// Threads: any. Cost: constant.
size_t rp_error_offset(const rp_error *error);

/// Frees an error, once. NULL is taken and does nothing.
///
/// Threads: any, when no other uses the error. Cost: constant.
void rp_error_free(rp_error *error);

/// The text of a string, which lasts as long as the string; none for NULL.
///
/// Threads: any. Cost: constant.
rp_str rp_string_view(const rp_string *string);

/// Frees a string, once. NULL is taken and does nothing.
///
/// Threads: any, when no other uses the string. Cost: constant.
void rp_string_free(rp_string *string);

/// The double that is nearest to `value`; NaN where there is no number.
///
/// Threads: any. Cost: constant.
double rp_decimal_double(const rp_decimal *value);

/// Writes `value` in digits (-22.6) with a closing NUL, as snprintf() does: at most `capacity` bytes, of which
/// RP_DECIMAL_CAPACITY are always enough. Returns the length without the NUL, cut or not; 0 where there is no number.
///
/// `buffer` may be NULL where `capacity` is 0. Threads: any. Cost: constant.
size_t rp_decimal_text(const rp_decimal *value,
                       char *buffer,
                       size_t capacity);

/// New options with the default values, to be freed with rp_options_free(); NULL only where the library fails.
///
/// Threads: any. Cost: constant.
rp_options *rp_options_new(void);

/// Frees options, once. NULL is taken and does nothing. Reports that were parsed with them stay.
///
/// Threads: any, when no other uses the options. Cost: constant.
void rp_options_free(rp_options *options);

/// Sets whether figures are read, too; they are by default. Structure alone takes a fraction of the time.
///
/// Errors: RP_ERROR_NULL. Threads: one at a time. Cost: constant.
rp_status rp_options_set_metrics(rp_options *options, bool metrics);

/// Adds `name` as a name of the indicator `code`: 锂电池产量 of LI_BATTERY. Metrics with this indicator have this code.
///
/// If it fails and `error` is not NULL, what went wrong goes to `error`.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ENCODING, RP_ERROR_LEXICON (a word is empty). Threads: one at a time. Cost: constant;
/// the first addition copies the lexicon of the library.
rp_status rp_options_add_indicator(rp_options *options,
                                   const char *name,
                                   size_t name_len,
                                   const char *code,
                                   size_t code_len,
                                   rp_error **error);

/// Adds `unit`, of which one is exactly `factor` of `base`: one 石 is "50" of 千克. It is written without its scale word:
/// 石, not 万石. Where it is no multiple of another unit, `base` is the unit itself and `factor` is "1".
///
/// If it fails and `error` is not NULL, what went wrong goes to `error`.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ENCODING, RP_ERROR_LEXICON (a word is empty, or `factor` is no decimal above 0).
/// Threads: one at a time. Cost: constant; the first addition copies the lexicon of the library.
rp_status rp_options_add_unit(rp_options *options,
                              const char *unit,
                              size_t unit_len,
                              const char *base,
                              size_t base_len,
                              const char *factor,
                              size_t factor_len,
                              rp_error **error);

/// Adds a measure word, which stands between a number and the noun that it counts: 尊 in 3尊铜像.
///
/// If it fails and `error` is not NULL, what went wrong goes to `error`.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ENCODING, RP_ERROR_LEXICON (the word is empty). Threads: one at a time. Cost: constant;
/// the first addition copies the lexicon of the library.
rp_status rp_options_add_measure_word(rp_options *options,
                                      const char *measure_word,
                                      size_t len,
                                      rp_error **error);

/// Sets the charset that a server or a user gave (`gbk`, `utf-8`, `big5`), for text and HTML. It is taken where the bytes
/// fit it; well-formed UTF-8 and a byte order mark are believed before it.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ENCODING, RP_ERROR_ARGUMENT (no charset has that name). Threads: one at a time.
/// Cost: constant.
rp_status rp_options_set_charset(rp_options *options,
                                 const char *label,
                                 size_t len);

/// Sets whether bytes that the encoding does not allow are refused (RP_ERROR_MALFORMED). By default they are replaced with
/// U+FFFD, and a warning tells.
///
/// Errors: RP_ERROR_NULL. Threads: one at a time. Cost: constant.
rp_status rp_options_set_refuse_malformed(rp_options *options,
                                          bool refuse);

/// Sets the path of the libpdfium that reads PDFs. Without it, the environment variable REPORTPARSE_PDFIUM is tried, then
/// what the system finds under the usual name. The first that is loaded serves the whole process.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ENCODING (a path that the system cannot have). Threads: one at a time. Cost: constant.
rp_status rp_options_set_pdfium(rp_options *options,
                                const char *path,
                                size_t len);

/// Sets `limit` (an rp_limit) of what is read from bytes and files.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ARGUMENT. Threads: one at a time. Cost: constant.
rp_status rp_options_set_limit(rp_options *options, uint32_t limit, uint64_t value);

/// Parses `len` bytes of UTF-8 at `text`, which may be freed afterwards.
///
/// `options` may be NULL: the defaults. On success the report goes to `report`, to be freed with rp_report_free(). On
/// failure, and if `error` is not NULL, what went wrong goes to `error`, to be freed with rp_error_free().
///
/// Errors: RP_ERROR_NULL, RP_ERROR_EMPTY, RP_ERROR_ENCODING (with the byte), RP_ERROR_TOO_LONG (4 GiB). Threads: any.
/// Cost: linear in `len`, in time and in memory.
rp_status rp_parse(const char *text,
                   size_t len,
                   const rp_options *options,
                   rp_report **report,
                   rp_error **error);

/// Parses a file that is held in memory: `len` bytes at `data` of text in any encoding, HTML, DOCX or PDF. The format is
/// found by content. `data` may be freed afterwards.
///
/// `options`, `report` and `error` are as in rp_parse(). rp_report_source() tells what was read. PDF needs libpdfium: see
/// rp_options_set_pdfium().
///
/// Errors: as rp_parse(), and RP_ERROR_UNSUPPORTED to RP_ERROR_MISSING_LIBRARY. Threads: any. Cost: linear in `len` for
/// text and HTML, and in what it expands to for DOCX and PDF; the limits of `options` bound it.
rp_status rp_parse_bytes(const uint8_t *data,
                         size_t len,
                         const rp_options *options,
                         rp_report **report,
                         rp_error **error);

/// Parses the file at `path` (`len` bytes; any on Unix, UTF-8 elsewhere), as rp_parse_bytes() does. Errors name it.
///
/// Errors: as rp_parse_bytes(), and RP_ERROR_IO. Threads: any. Cost: as rp_parse_bytes().
rp_status rp_parse_file(const char *path,
                        size_t len,
                        const rp_options *options,
                        rp_report **report,
                        rp_error **error);

/// Frees a report, once. NULL is taken and does nothing. What points into the report is gone with it.
///
/// Threads: any, when no other uses the report. Cost: linear in the number of its units, codes and diagnostics.
void rp_report_free(rp_report *report);

/// The text as it was parsed, which lasts as long as the report; none for NULL.
///
/// Strings that are words of the report point into it: `title.data - rp_report_text(report).data` is where they stand.
/// Threads: any. Cost: constant.
rp_str rp_report_text(const rp_report *report);

/// What the report was read from. The strings last as long as the report.
///
/// Errors: RP_ERROR_NULL. Threads: any. Cost: constant.
rp_status rp_report_source(const rp_report *report, rp_source *out);

/// Where in the source the character at the byte offset `byte` of the text stood.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX (`byte` is beyond the text). Threads: any. Cost: logarithmic in the number of
/// pages or paragraphs.
rp_status rp_report_place(const rp_report *report,
                          uint32_t byte,
                          rp_place *out);

/// How many warnings the reading of the source gave; 0 for NULL and for rp_parse().
///
/// Threads: any. Cost: constant.
size_t rp_report_warning_count(const rp_report *report);

/// The warning at `index`, in the order of the text from 0. Its message lasts as long as the report.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: constant.
rp_status rp_report_warning(const rp_report *report, size_t index, rp_warning *out);

/// The facts of the report's head. Their strings last as long as the report.
///
/// Errors: RP_ERROR_NULL. Threads: any. Cost: constant.
rp_status rp_report_meta(const rp_report *report, rp_meta *out);

/// How many sections the report has; 0 for NULL.
///
/// Threads: any. Cost: constant.
size_t rp_report_section_count(const rp_report *report);

/// The section at `index`, in document order from 0. Its strings last as long as the report.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: constant.
rp_status rp_report_section(const rp_report *report, size_t index, rp_section *out);

/// The first section directly inside section `parent`, or, for RP_NONE, the first section of all; RP_NONE where there is
/// none.
///
/// Threads: any. Cost: constant.
uint32_t rp_report_section_first_child(const rp_report *report,
                                       uint32_t parent);

/// The next section after section `index` that stands in the same one, or RP_NONE.
///
/// Threads: any. Cost: linear in the number of sections inside section `index`.
uint32_t rp_report_section_next_sibling(const rp_report *report, uint32_t index);

/// The way to section `index` from the top, such as 二/（一）, to be freed with rp_string_free().
///
/// A section without a number goes by its title; annexed reports are told apart by a leading 附1/, 附2/.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: linear in the depth.
rp_status rp_report_section_path(const rp_report *report, size_t index, rp_string **out);

/// The section with the path `path`, such as 二/（一）; RP_NONE where there is none, or `path` is NULL or no UTF-8.
///
/// Threads: any. Cost: linear in the number of sections.
uint32_t rp_report_section_at(const rp_report *report,
                              const char *path,
                              size_t len);

/// The first section from section `from` on whose title holds `words`; RP_NONE where there is none, or `words` is NULL or
/// no UTF-8.
///
/// Threads: any. Cost: linear in the length of the titles that are looked at.
uint32_t rp_report_find_section(const rp_report *report,
                                const char *words,
                                size_t len,
                                size_t from);

/// How many paragraphs the report has; 0 for NULL.
///
/// Threads: any. Cost: constant.
size_t rp_report_paragraph_count(const rp_report *report);

/// The paragraph at `index`, in document order from 0. Its strings last as long as the report.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: constant.
rp_status rp_report_paragraph(const rp_report *report, size_t index, rp_paragraph *out);

/// The sentences of the paragraph at `index`: each up to 。！？, with what is quoted or bracketed kept whole.
///
/// Writes at most `capacity` places to `spans`, which may be NULL where `capacity` is 0, and how many there are to
/// `count`, whether they fitted or not: ask with capacity 0 first.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: linear in the length of the paragraph.
rp_status rp_report_paragraph_sentences(const rp_report *report,
                                        size_t index,
                                        rp_span *spans,
                                        size_t capacity,
                                        size_t *count);

/// The clauses of the paragraph at `index`: each up to a stop or ，；：, with what is quoted or bracketed kept whole.
///
/// `spans`, `capacity` and `count` are as in rp_report_paragraph_sentences().
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: linear in the length of the paragraph.
rp_status rp_report_paragraph_clauses(const rp_report *report,
                                      size_t index,
                                      rp_span *spans,
                                      size_t capacity,
                                      size_t *count);

/// How many points the report has; 0 for NULL.
///
/// Threads: any. Cost: constant.
size_t rp_report_point_count(const rp_report *report);

/// The point at `index`, in document order from 0. Its strings last as long as the report.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: constant.
rp_status rp_report_point(const rp_report *report, size_t index, rp_point *out);

/// The first point of the lists that stand directly in point `parent`, or, for RP_NONE, the first point of all; RP_NONE
/// where there is none.
///
/// Threads: any. Cost: constant.
uint32_t rp_report_point_first_child(const rp_report *report,
                                     uint32_t parent);

/// The next point after point `index` that stands in the same one, whatever its list, or RP_NONE.
///
/// Threads: any. Cost: linear in the number of points inside point `index`.
uint32_t rp_report_point_next_sibling(const rp_report *report, uint32_t index);

/// How many metrics the report has; 0 for NULL.
///
/// Threads: any. Cost: constant.
size_t rp_report_metric_count(const rp_report *report);

/// The metric at `index`, in document order from 0. Its strings last as long as the report.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: constant.
rp_status rp_report_metric(const rp_report *report, size_t index, rp_metric *out);

/// How many indicators of the lexicon the report gives figures for; 0 for NULL.
///
/// Threads: any. Cost: constant; the first call for a report looks through its metrics.
size_t rp_report_headline_count(const rp_report *report);

/// The headline at `index`: the well-known indicators come first, from 0. Its code lasts as long as the report.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: constant; the first call for a report looks through its
/// metrics.
rp_status rp_report_headline(const rp_report *report,
                             size_t index,
                             rp_headline *out);

/// The name of an rp_section_role in tables ("review"), which lasts as long as the program; none for any other number.
///
/// Threads: any. Cost: constant.
rp_str rp_section_role_name(uint32_t role);

/// The name of an rp_paragraph_role in tables ("body"), which lasts as long as the program; none for any other number.
///
/// Threads: any. Cost: constant.
rp_str rp_paragraph_role_name(uint32_t role);

/// The name of an rp_approx in tables ("at_least"), which lasts as long as the program; none for any other number.
///
/// Threads: any. Cost: constant.
rp_str rp_approx_name(uint32_t approx);

/// The name of an rp_metric_status in tables ("actual"), which lasts as long as the program; none for any other number.
///
/// Threads: any. Cost: constant.
rp_str rp_metric_status_name(uint32_t status);

/// The name of an rp_kind in JSON ("work_report"), which lasts as long as the program; none for any other number.
///
/// Threads: any. Cost: constant.
rp_str rp_kind_name(uint32_t kind);

/// The name of an rp_region_level in JSON ("county"), which lasts as long as the program; none for any other number,
/// RP_REGION_LEVEL_UNKNOWN among them.
///
/// Threads: any. Cost: constant.
rp_str rp_region_level_name(uint32_t level);

/// Finds the quantities of `len` bytes of UTF-8 at `text`, in order: of a sentence, of a cell of a table. Dates, ordinals,
/// labels (5G, 14号线) and numbers that are mere rhetoric (两手抓) are left out.
///
/// Of `options`, which may be NULL, the lexicon counts. On success the quantities go to `out`, to be freed with
/// rp_quantities_free(). On failure, and if `error` is not NULL, what went wrong goes to `error`.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ENCODING. Threads: any. Cost: linear in `len`.
rp_status rp_quantities_find(const char *text,
                             size_t len,
                             const rp_options *options,
                             rp_quantities **out,
                             rp_error **error);

/// How many quantities there are; 0 for NULL.
///
/// Threads: any. Cost: constant.
size_t rp_quantities_count(const rp_quantities *quantities);

/// The quantity at `index`, in the order of the text from 0. Its strings last as long as `quantities`.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: constant.
rp_status rp_quantities_get(const rp_quantities *quantities, size_t index, rp_quantity *out);

/// Frees quantities, once. NULL is taken and does nothing.
///
/// Threads: any, when no other uses them. Cost: linear in their number.
void rp_quantities_free(rp_quantities *quantities);

/// The rows of `table` (an rp_table other than RP_TABLE_META) that start inside `span`, such as the span of a section or
/// a paragraph. A metric starts where its sentence does. Within the span of a section, these are its own rows and those of
/// its subsections.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ARGUMENT. Threads: any. Cost: logarithmic in the number of rows.
rp_status rp_report_rows_within(const rp_report *report,
                                uint32_t table,
                                rp_span span,
                                rp_rows *out);

/// How many diagnostics the report has; 0 for NULL.
///
/// Threads: any. Cost: constant.
size_t rp_report_diagnostic_count(const rp_report *report);

/// The diagnostic at `index`, in document order from 0. Its message lasts as long as the report.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: constant; the first call for a report words all of them.
rp_status rp_report_diagnostic(const rp_report *report,
                               size_t index,
                               rp_diagnostic *out);

/// The byte offset `byte`, counted as `offsets` (an rp_offsets) says.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ARGUMENT, RP_ERROR_INDEX (`byte` is beyond the text or inside a character).
/// Threads: any. Cost: constant; the first such call for a report reads its text once.
rp_status rp_report_offset(const rp_report *report,
                           uint32_t byte,
                           uint32_t offsets,
                           uint32_t *out);

/// The byte offset of `offset`, which is counted as `offsets` (an rp_offsets) says; the length of the text where there is
/// no such place.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ARGUMENT. Threads: any. Cost: logarithmic in the length of the text; the first such
/// call for a report reads its text once.
rp_status rp_report_byte_offset(const rp_report *report,
                                uint32_t offset,
                                uint32_t offsets,
                                uint32_t *out);

/// Line and column of the byte offset `byte`.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX (`byte` is beyond the text or inside a character). Threads: any.
/// Cost: constant; the first such call for a report reads its text once.
rp_status rp_report_position(const rp_report *report, uint32_t byte, rp_position *out);

/// The line that holds the byte offset `byte`, without its line break.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX (`byte` is beyond the text or inside a character). Threads: any.
/// Cost: linear in the length of the line.
rp_status rp_report_line(const rp_report *report, uint32_t byte, rp_span *out);

/// Gives `table` (an rp_table) as an Arrow stream of one record batch, which any Arrow implementation takes without
/// copying. The stream owns what it gives, and may outlive the report.
///
/// `name` (`name_len` bytes of UTF-8) stands in the column `report`; offsets are counted as `offsets` (an rp_offsets)
/// says. `out` is overwritten, not released; whoever takes the stream calls its `release`. If it fails and `error` is not
/// NULL, what went wrong goes to `error`.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ARGUMENT, RP_ERROR_ENCODING, RP_ERROR_OTHER (a column of more than 2 GiB).
/// Threads: any; the stream itself is for one at a time. Cost: linear in the size of the table.
rp_status rp_report_export(const rp_report *report,
                           uint32_t table,
                           const char *name,
                           size_t name_len,
                           uint32_t offsets,
                           struct ArrowArrayStream *out,
                           rp_error **error);

/// Gives the metrics as rp_report_export() does, for a report without a name and with offsets in bytes.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_OTHER (a column of more than 2 GiB). Threads: any; the stream itself is for one at a
/// time. Cost: linear in the number of metrics.
rp_status rp_report_export_metrics(const rp_report *report,
                                   struct ArrowArrayStream *out);

/// The whole report as one JSON document, to be freed with rp_string_free(): the same bytes as from Rust, Python and the
/// command line.
///
/// `name` (`name_len` bytes of UTF-8) stands in the column `report`; offsets are counted as `offsets` (an rp_offsets)
/// says. If it fails and `error` is not NULL, what went wrong goes to `error`.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ARGUMENT, RP_ERROR_ENCODING. Threads: any. Cost: linear in the length of the report.
rp_status rp_report_json(const rp_report *report,
                         const char *name,
                         size_t name_len,
                         uint32_t offsets,
                         rp_string **out,
                         rp_error **error);

/// The facts and the headings of the report as text for people, to be freed with rp_string_free(); with `color`, in the
/// colours of a terminal.
///
/// Errors: RP_ERROR_NULL. Threads: any. Cost: linear in the length of the report.
rp_status rp_report_outline(const rp_report *report,
                            bool color,
                            rp_string **out);

/// The whole report as Markdown, to be freed with rp_string_free().
///
/// Errors: RP_ERROR_NULL. Threads: any. Cost: linear in the length of the report.
rp_status rp_report_markdown(const rp_report *report, rp_string **out);

/// The report as an HTML page that loads nothing, to be freed with rp_string_free(): outline, text with the figures
/// marked, a table of all figures.
///
/// The page calls the report `name` (`name_len` bytes of UTF-8). If it fails and `error` is not NULL, what went wrong goes
/// to `error`.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ENCODING. Threads: any. Cost: linear in the length of the report.
rp_status rp_report_html(const rp_report *report,
                         const char *name,
                         size_t name_len,
                         rp_string **out,
                         rp_error **error);

/// As rp_report_html(), but one `div` to be put into a page that is there already.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ENCODING. Threads: any. Cost: linear in the length of the report.
rp_status rp_report_html_fragment(const rp_report *report,
                                  const char *name,
                                  size_t name_len,
                                  rp_string **out,
                                  rp_error **error);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* REPORTPARSE_H */
