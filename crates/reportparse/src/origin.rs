//! What is known of a text beside its characters.

use crate::diagnostic::Diagnostic;

/// What the file that a text was taken from tells about it. The parser weighs it against the text, which is believed first.
///
/// ```
/// use reportparse::{Origin, Parser};
///
/// let origin = Origin { published: Some("2024-02-01 10:00".into()), ..Origin::default() };
/// let report = Parser::default().parse_from("政府工作报告\n一、工作回顾\n全年完成投资5亿元。", origin)?;
/// assert_eq!(report.meta().published_on().unwrap().to_string(), "2024-02-01");
/// # Ok::<(), reportparse::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// When the file says that it was published, as written there.
    pub published: Option<String>,
    /// What was odd about the file, for the report's diagnostics. A span that does not lie in the text becomes its start.
    pub diagnostics: Vec<Diagnostic>,
}
