//! A program that calls the C library: it owns what it was given, frees it once, and keeps to what the header asks.

use std::ffi::{c_char, c_void};
use std::mem::MaybeUninit;
use std::ptr::{null, null_mut};

use arbitrary::Arbitrary;
use reportparse::{Offsets, Parser, render};
// Linked for its exported functions.
use reportparse_c as _;

/// Room for any row that the library writes.
type Room = MaybeUninit<[u64; 128]>;
type Handle = *mut c_void;

#[repr(C)]
#[derive(Clone, Copy)]
struct Text {
    data: *const c_char,
    len: usize,
}

#[repr(C)]
#[derive(Clone, Copy, Debug, Arbitrary)]
pub struct Span {
    start: u32,
    end: u32,
}

#[repr(C)]
struct Stream {
    get_schema: *const c_void,
    get_next: *const c_void,
    get_last_error: *const c_void,
    release: Option<unsafe extern "C" fn(*mut Stream)>,
    private_data: *mut c_void,
}

type Row = unsafe extern "C" fn(Handle, usize, *mut Room) -> u32;
type Count = unsafe extern "C" fn(Handle) -> usize;

unsafe extern "C" {
    fn rp_options_new() -> Handle;
    fn rp_options_free(options: Handle);
    fn rp_options_set_metrics(options: Handle, metrics: bool) -> u32;
    fn rp_options_set_limit(options: Handle, limit: u32, value: u64) -> u32;
    fn rp_options_set_refuse_malformed(options: Handle, refuse: bool) -> u32;
    fn rp_options_set_charset(options: Handle, label: *const c_char, len: usize) -> u32;
    fn rp_options_add_indicator(
        options: Handle,
        name: *const c_char,
        name_len: usize,
        code: *const c_char,
        code_len: usize,
        error: *mut Handle,
    ) -> u32;
    fn rp_options_add_unit(
        options: Handle,
        unit: *const c_char,
        unit_len: usize,
        base: *const c_char,
        base_len: usize,
        factor: *const c_char,
        factor_len: usize,
        error: *mut Handle,
    ) -> u32;
    fn rp_parse(text: *const c_char, len: usize, options: Handle, report: *mut Handle, error: *mut Handle) -> u32;
    fn rp_parse_bytes(data: *const u8, len: usize, options: Handle, report: *mut Handle, error: *mut Handle) -> u32;
    fn rp_report_free(report: Handle);
    fn rp_report_text(report: Handle) -> Text;
    fn rp_report_place(report: Handle, byte: u32, out: *mut Room) -> u32;
    fn rp_report_position(report: Handle, byte: u32, out: *mut Room) -> u32;
    fn rp_report_line(report: Handle, byte: u32, out: *mut Room) -> u32;
    fn rp_report_offset(report: Handle, byte: u32, offsets: u32, out: *mut u32) -> u32;
    fn rp_report_byte_offset(report: Handle, offset: u32, offsets: u32, out: *mut u32) -> u32;
    fn rp_report_rows_within(report: Handle, table: u32, span: Span, out: *mut Room) -> u32;
    fn rp_report_section_first_child(report: Handle, parent: u32) -> u32;
    fn rp_report_section_next_sibling(report: Handle, index: u32) -> u32;
    fn rp_report_point_first_child(report: Handle, parent: u32) -> u32;
    fn rp_report_point_next_sibling(report: Handle, index: u32) -> u32;
    fn rp_report_section_path(report: Handle, index: usize, out: *mut Handle) -> u32;
    fn rp_report_section_at(report: Handle, path: *const c_char, len: usize) -> u32;
    fn rp_report_find_section(report: Handle, words: *const c_char, len: usize, from: usize) -> u32;
    fn rp_report_paragraph_sentences(
        report: Handle,
        index: usize,
        spans: *mut Span,
        capacity: usize,
        count: *mut usize,
    ) -> u32;
    fn rp_report_export(
        report: Handle,
        table: u32,
        name: *const c_char,
        len: usize,
        offsets: u32,
        out: *mut Stream,
        error: *mut Handle,
    ) -> u32;
    fn rp_report_json(
        report: Handle,
        name: *const c_char,
        len: usize,
        offsets: u32,
        out: *mut Handle,
        error: *mut Handle,
    ) -> u32;
    fn rp_report_outline(report: Handle, color: bool, out: *mut Handle) -> u32;
    fn rp_report_markdown(report: Handle, out: *mut Handle) -> u32;
    fn rp_report_html(report: Handle, name: *const c_char, len: usize, out: *mut Handle, error: *mut Handle) -> u32;
    fn rp_report_section(report: Handle, index: usize, out: *mut Room) -> u32;
    fn rp_report_paragraph(report: Handle, index: usize, out: *mut Room) -> u32;
    fn rp_report_point(report: Handle, index: usize, out: *mut Room) -> u32;
    fn rp_report_metric(report: Handle, index: usize, out: *mut Room) -> u32;
    fn rp_report_headline(report: Handle, index: usize, out: *mut Room) -> u32;
    fn rp_report_diagnostic(report: Handle, index: usize, out: *mut Room) -> u32;
    fn rp_report_warning(report: Handle, index: usize, out: *mut Room) -> u32;
    fn rp_report_section_count(report: Handle) -> usize;
    fn rp_report_paragraph_count(report: Handle) -> usize;
    fn rp_report_point_count(report: Handle) -> usize;
    fn rp_report_metric_count(report: Handle) -> usize;
    fn rp_report_headline_count(report: Handle) -> usize;
    fn rp_report_diagnostic_count(report: Handle) -> usize;
    fn rp_report_warning_count(report: Handle) -> usize;
    fn rp_string_view(string: Handle) -> Text;
    fn rp_string_free(string: Handle);
    fn rp_error_message(error: Handle) -> Text;
    fn rp_error_free(error: Handle);
}

/// Each table with the function that counts its rows.
const ROWS: [(Count, Row); 7] = [
    (rp_report_section_count, rp_report_section),
    (rp_report_paragraph_count, rp_report_paragraph),
    (rp_report_point_count, rp_report_point),
    (rp_report_metric_count, rp_report_metric),
    (rp_report_headline_count, rp_report_headline),
    (rp_report_diagnostic_count, rp_report_diagnostic),
    (rp_report_warning_count, rp_report_warning),
];

/// A call that needs a report to be there, or says that there is none. Any number is allowed, and answered with a status.
#[derive(Arbitrary, Debug)]
pub enum Call<'a> {
    NewOptions,
    FreeOptions,
    SetMetrics(bool),
    SetLimit(u8, u64),
    SetRefuse(bool),
    SetCharset(&'a str),
    AddIndicator(&'a str, &'a str),
    AddUnit(&'a str, &'a str, &'a str),
    Parse(&'a [u8]),
    ParseBytes(&'a [u8]),
    FreeReport,
    Row { table: u8, index: u32 },
    Place(u32),
    Offset { byte: u32, offsets: u8 },
    Within { table: u8, span: Span },
    Tree(u32),
    Path(u32),
    Find(&'a str, u32),
    Sentences { index: u32, capacity: u8 },
    Export { table: u8, offsets: u8, name: &'a str },
    Json { offsets: u8, name: &'a str },
    Show(bool),
}

/// What the program holds: NULL where it holds nothing.
pub struct Program {
    options: Handle,
    report: Handle,
    /// Whether the options are as they come.
    untouched: bool,
    /// Whether the report is what the core makes of its text by itself, without options or what a file tells beside it.
    plain: bool,
}

impl Default for Program {
    fn default() -> Self {
        Program { options: null_mut(), report: null_mut(), untouched: true, plain: false }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // SAFETY: both are NULL or were given by the library and not yet freed.
        unsafe {
            rp_report_free(self.report);
            rp_options_free(self.options);
        }
    }
}

impl Program {
    /// Makes one call. A panic in the library aborts the process before it becomes a status.
    pub fn run(&mut self, call: &Call<'_>) {
        // SAFETY: handles are NULL or alive, texts are as long as said, and every place written to is large enough.
        unsafe {
            match *call {
                Call::Parse(text) => self.parse(text),
                Call::ParseBytes(bytes) => self.parse_bytes(bytes),
                Call::FreeReport => {
                    rp_report_free(self.report);
                    self.report = null_mut();
                }
                Call::Row { table, index } => self.row(table, index),
                Call::Place(byte) => self.place(byte),
                Call::Offset { byte, offsets } => self.offset(byte, offsets.into()),
                Call::Within { table, span } => {
                    rp_report_rows_within(self.report, table.into(), span, Room::uninit().as_mut_ptr().cast());
                }
                Call::Tree(index) => self.tree(index),
                Call::Path(index) => {
                    let mut out = null_mut();
                    let status = rp_report_section_path(self.report, index as usize, &raw mut out);
                    take(status, out);
                }
                Call::Find(words, from) => {
                    rp_report_section_at(self.report, data(words), words.len());
                    rp_report_find_section(self.report, data(words), words.len(), from as usize);
                }
                Call::Sentences { index, capacity } => {
                    let mut spans = vec![Span { start: 0, end: 0 }; capacity.into()];
                    let mut count = 0;
                    let capacity = spans.len();
                    rp_report_paragraph_sentences(
                        self.report,
                        index as usize,
                        spans.as_mut_ptr(),
                        capacity,
                        &raw mut count,
                    );
                }
                Call::Export { table, offsets, name } => self.export(table.into(), offsets.into(), name),
                Call::Json { offsets, name } => self.json(offsets.into(), name),
                Call::Show(color) => self.show(color),
                ref options => self.change_options(options),
            }
        }
    }

    unsafe fn change_options(&mut self, call: &Call<'_>) {
        let mut error = null_mut();
        let options = self.options;
        // SAFETY: as in `run`.
        unsafe {
            let status = match *call {
                Call::NewOptions if options.is_null() => {
                    self.options = rp_options_new();
                    0
                }
                Call::FreeOptions => {
                    rp_options_free(options);
                    (self.options, self.untouched) = (null_mut(), true);
                    return;
                }
                Call::SetMetrics(metrics) => rp_options_set_metrics(options, metrics),
                // A fuzzer asks for no more than fits: the limits are there to be lowered.
                Call::SetLimit(limit, value) => rp_options_set_limit(options, limit.into(), value.min(1 << 20)),
                Call::SetRefuse(refuse) => rp_options_set_refuse_malformed(options, refuse),
                Call::SetCharset(label) => rp_options_set_charset(options, data(label), label.len()),
                Call::AddIndicator(name, code) => {
                    rp_options_add_indicator(options, data(name), name.len(), data(code), code.len(), &raw mut error)
                }
                Call::AddUnit(unit, base, factor) => rp_options_add_unit(
                    options,
                    data(unit),
                    unit.len(),
                    data(base),
                    base.len(),
                    data(factor),
                    factor.len(),
                    &raw mut error,
                ),
                _ => return,
            };
            self.untouched &= options.is_null() || matches!(call, Call::NewOptions);
            fail(status, error);
        }
    }

    unsafe fn parse(&mut self, text: &[u8]) {
        let (mut report, mut error) = (null_mut(), null_mut());
        // SAFETY: as in `run`.
        unsafe {
            let status = rp_parse(text.as_ptr().cast(), text.len(), self.options, &raw mut report, &raw mut error);
            fail(status, error);
            self.hold(status, report, self.untouched);
        }
    }

    unsafe fn parse_bytes(&mut self, bytes: &[u8]) {
        let (mut report, mut error) = (null_mut(), null_mut());
        // SAFETY: as in `run`.
        unsafe {
            let status = rp_parse_bytes(bytes.as_ptr(), bytes.len(), self.options, &raw mut report, &raw mut error);
            fail(status, error);
            self.hold(status, report, false);
        }
    }

    unsafe fn hold(&mut self, status: u32, report: Handle, plain: bool) {
        if status == 0 {
            // SAFETY: the report before is NULL or alive.
            unsafe { rp_report_free(self.report) };
            (self.report, self.plain) = (report, plain);
        }
    }

    unsafe fn row(&self, table: u8, index: u32) {
        let (count, row) = ROWS[usize::from(table) % ROWS.len()];
        // SAFETY: as in `run`.
        unsafe {
            let there = (index as usize) < count(self.report);
            let status = row(self.report, index as usize, Room::uninit().as_mut_ptr().cast());
            assert_eq!(status == 0, there, "row {index} of table {table}");
        }
    }

    unsafe fn place(&self, byte: u32) {
        // SAFETY: as in `run`.
        unsafe {
            rp_report_place(self.report, byte, Room::uninit().as_mut_ptr().cast());
            rp_report_position(self.report, byte, Room::uninit().as_mut_ptr().cast());
            rp_report_line(self.report, byte, Room::uninit().as_mut_ptr().cast());
        }
    }

    unsafe fn offset(&self, byte: u32, offsets: u32) {
        let (mut there, mut back) = (0, 0);
        // SAFETY: as in `run`.
        unsafe {
            if rp_report_offset(self.report, byte, offsets, &raw mut there) == 0 {
                assert_eq!(rp_report_byte_offset(self.report, there, offsets, &raw mut back), 0);
                assert_eq!(back, byte);
            }
        }
    }

    unsafe fn tree(&self, index: u32) {
        // SAFETY: as in `run`.
        unsafe {
            rp_report_section_first_child(self.report, index);
            rp_report_section_next_sibling(self.report, index);
            rp_report_point_first_child(self.report, index);
            rp_report_point_next_sibling(self.report, index);
        }
    }

    unsafe fn export(&self, table: u32, offsets: u32, name: &str) {
        let mut stream = MaybeUninit::<Stream>::uninit();
        let mut error = null_mut();
        // SAFETY: as in `run`; a stream that was written is released once.
        unsafe {
            let (name, len, out) = (data(name), name.len(), stream.as_mut_ptr());
            let status = rp_report_export(self.report, table, name, len, offsets, out, &raw mut error);
            fail(status, error);
            if status == 0 {
                let release = (*out).release.expect("a stream that was just made");
                release(out);
            }
        }
    }

    /// Law 6: the JSON is that of the core.
    unsafe fn json(&self, offsets: u32, name: &str) {
        let (mut out, mut error) = (null_mut(), null_mut());
        // SAFETY: as in `run`.
        unsafe {
            let status = rp_report_json(self.report, data(name), name.len(), offsets, &raw mut out, &raw mut error);
            fail(status, error);
            let Some(json) = take(status, out) else { return };
            let counted = [Offsets::Bytes, Offsets::Chars, Offsets::Utf16][offsets as usize];
            if self.plain {
                let text = string(rp_report_text(self.report));
                let report = Parser::default().parse(text).expect("it was parsed before");
                assert_eq!(json, render::json(&report, name, counted));
            }
        }
    }

    unsafe fn show(&self, color: bool) {
        let (mut outline, mut markdown, mut page, mut error) = (null_mut(), null_mut(), null_mut(), null_mut());
        // SAFETY: as in `run`.
        unsafe {
            take(rp_report_outline(self.report, color, &raw mut outline), outline);
            take(rp_report_markdown(self.report, &raw mut markdown), markdown);
            let status = rp_report_html(self.report, null(), 0, &raw mut page, &raw mut error);
            fail(status, error);
            take(status, page);
        }
    }
}

fn data(text: &str) -> *const c_char {
    text.as_ptr().cast()
}

/// A failure comes with an error that says something, and success with none.
unsafe fn fail(status: u32, error: Handle) {
    if status == 0 || error.is_null() {
        return;
    }
    // SAFETY: the library wrote the error.
    unsafe {
        assert!(!string(rp_error_message(error)).is_empty());
        rp_error_free(error);
    }
}

/// Copies and frees a string that a call gave, if it did.
unsafe fn take(status: u32, given: Handle) -> Option<String> {
    if status != 0 {
        return None;
    }
    // SAFETY: the library wrote the string.
    unsafe {
        let copy = string(rp_string_view(given)).to_owned();
        rp_string_free(given);
        Some(copy)
    }
}

unsafe fn string<'a>(text: Text) -> &'a str {
    if text.len == 0 {
        return "";
    }
    // SAFETY: the library gives valid strings that live as long as their owner.
    let bytes = unsafe { std::slice::from_raw_parts(text.data.cast::<u8>(), text.len) };
    std::str::from_utf8(bytes).expect("the library gives UTF-8")
}
