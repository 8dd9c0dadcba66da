//! What the four row classes have in common.

/// Defines a class whose objects are one row of a report's table: the report and the row's index.
///
/// `$tables` names the table, `$id` is its index in the core, `$find` the core's method that finds the row.
macro_rules! row_class {
    ($(#[$doc:meta])* $name:ident, $tables:ident[$id:ident] => $find:ident) => {
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

            fn core(&self) -> &reportparse::Report {
                self.report.get().core()
            }

            fn row(&self) -> reportparse::$name<'_> {
                self.core().$find(reportparse::row::$id(self.id))
            }

            fn at(&self, byte: u32) -> u32 {
                self.core().offset(byte, reportparse::Offsets::Chars)
            }

            #[allow(dead_code, reason = "a metric leads to no table")]
            fn table(
                &self,
                py: Python<'_>,
                kind: reportparse::render::Table,
                ids: impl Iterator<Item = u32>,
            ) -> Table {
                Table::new(self.report.clone_ref(py), kind, ids.collect())
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

            fn __eq__(&self, other: &Self) -> bool {
                self.id == other.id && self.report.get() == other.report.get()
            }

            fn __hash__(&self) -> u64 {
                self.report.get().hash_with(self.id)
            }

            fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Table, u32))> {
                let getitem = py.import("operator")?.getattr("getitem")?;
                let table = Table::whole(self.report.clone_ref(py), reportparse::render::Table::$tables);
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
