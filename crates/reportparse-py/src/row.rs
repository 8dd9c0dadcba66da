//! What the four row classes have in common.

/// Defines a class whose objects are one row of a report's table: the report and the row's index.
///
/// `$tables` names the table, `$id` is the row's index in the core, `$find` the core's method that finds it. What follows
/// are the class's properties, each computed from the core's row.
macro_rules! row_class {
    ($(#[$doc:meta])* $name:ident, $tables:ident[$id:ident] => $find:ident: |$row:ident|
     $($(#[$text:meta])* $property:ident = $value:expr;)+) => {
        $(#[$doc])*
        #[pyclass(frozen, module = "reportparse")]
        pub(crate) struct $name {
            report: Py<Report>,
            id: u32,
        }

        impl $name {
            pub(crate) fn new(report: Py<Report>, id: u32) -> Self {
                $name { report, id }
            }

            fn row(&self) -> reportparse::$name<'_> {
                self.report.get().core().$find(reportparse::row::$id(self.id))
            }

            #[allow(dead_code, reason = "a metric shows its words, not its place")]
            fn place(&self, span: reportparse::Span) -> String {
                let at = |byte| self.report.get().core().offset(byte, reportparse::Offsets::Chars);
                format!("[{}:{}]", at(span.start), at(span.end))
            }
        }

        #[pymethods]
        impl $name {
            /// The report that it belongs to.
            #[getter]
            fn report(&self, py: Python<'_>) -> Py<Report> {
                self.report.clone_ref(py)
            }

            /// Its index in the report's table, counted from 0.
            #[getter]
            fn id(&self) -> u32 {
                self.id
            }

            $(
                $(#[$text])*
                #[getter]
                fn $property<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    let $row = self.row();
                    crate::shown::Shown::shown($value, py, &self.report)
                }
            )+

            fn __eq__(&self, other: &Self) -> bool {
                self.id == other.id && self.report.get() == other.report.get()
            }

            fn __hash__(&self) -> u64 {
                self.report.get().hash_with(self.id)
            }

            fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (crate::table::Table, u32))> {
                let getitem = py.import("operator")?.getattr("getitem")?;
                let table =
                    crate::table::Table::whole(self.report.clone_ref(py), reportparse::render::Table::$tables);
                Ok((getitem, (table, self.id)))
            }
        }
    };
}

pub(crate) use row_class;

/// The first characters of `text`, for a `repr`.
pub(crate) fn shortened(text: &str) -> String {
    const SHOWN: usize = 24;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
