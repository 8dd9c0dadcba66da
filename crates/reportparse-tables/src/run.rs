//! A run over many files: opened on several threads, their rows in order, memory bounded.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread::available_parallelism;

use crate::ordered::{Ordered, ordered};

/// How many files a thread takes at a time: enough rows for a batch, few enough to keep all threads busy.
const FILES: usize = 32;

/// A run over many files.
///
/// Threads draw the files in small groups, open each file and make rows of a group's reports; whoever iterates over the
/// run gets what became of the groups, in the order of the files. However many files there are, only a few groups for each
/// thread are under way at a time. Dropping the iterator ends the run: threads finish the file they are at.
///
/// What a file is, how it is opened and what its rows are is the caller's; with `reportparse-input`, a file is a path and
/// `Reader::file` opens it.
///
/// ```
/// use reportparse::Offsets;
/// use reportparse_tables::{BatchBuilder, Run, Table};
///
/// let texts = ["一、工作回顾\n全年完成投资5亿元。", "", "一、工作回顾\n二、工作安排"];
/// let run = Run::new(|text: &&'static str| reportparse::parse(*text));
/// let mut parts = run.over(texts.into_iter(), |reports| {
///     let mut rows = BatchBuilder::new(Table::Sections, Offsets::Bytes);
///     reports.for_each(|report| rows.append(&report, ""));
///     rows.finish()
/// });
/// let part = parts.next().expect("the files make one group");
/// assert_eq!((part.files.len(), part.failures.len(), part.rows?.num_rows()), (3, 1, 3));
/// assert!(parts.next().is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Run<F, D, E> {
    open: Box<Open<F, D, E>>,
    threads: NonZeroUsize,
    stops: bool,
}

type Open<F, D, E> = dyn Fn(&F) -> Result<D, E> + Send + Sync;

/// Some files that follow each other, and what became of them.
#[derive(Debug)]
pub struct Part<F, E, R> {
    /// The files as they were drawn.
    pub files: Vec<F>,
    /// What was made of those that could be opened.
    pub rows: R,
    /// Why the others could not, in the order of the files.
    pub failures: Vec<E>,
}

impl<F, D, E> Run<F, D, E>
where
    F: Send + 'static,
    D: 'static,
    E: Send + 'static,
{
    /// A run on all cores that opens files with `open`, and leaves out those that fail.
    pub fn new(open: impl Fn(&F) -> Result<D, E> + Send + Sync + 'static) -> Self {
        let threads = available_parallelism().unwrap_or(NonZeroUsize::MIN);
        Run { open: Box::new(open), threads, stops: false }
    }

    /// How many files are opened at a time.
    pub fn threads(mut self, threads: NonZeroUsize) -> Self {
        self.threads = threads;
        self
    }

    /// Whether a file that fails ends the run: no file behind it gets into the rows, and its part is the last.
    pub fn stops_at_failure(mut self, stops: bool) -> Self {
        self.stops = stops;
        self
    }

    /// Starts the run over `files`; `make` makes rows of what `open` gave for the files of a group.
    pub fn over<R: Send + 'static>(
        self,
        files: impl Iterator<Item = F> + Send + 'static,
        make: impl Fn(&mut dyn Iterator<Item = D>) -> R + Send + Sync + 'static,
    ) -> Parts<F, E, R> {
        let mut files = files.fuse();
        let groups = std::iter::from_fn(move || {
            let group: Vec<F> = files.by_ref().take(FILES).collect();
            (!group.is_empty()).then_some(group)
        });
        let (threads, stops) = (self.threads, self.stops);
        let run = Arc::new(self);
        Parts { groups: Some(ordered(threads, groups, move |group| run.part(group, &make))), stops }
    }

    fn part<R>(&self, files: Vec<F>, make: impl Fn(&mut dyn Iterator<Item = D>) -> R) -> Part<F, E, R> {
        let mut failures = Vec::new();
        let opened = files.iter().map_while(|file| match (self.open)(file) {
            Ok(opened) => Some(Some(opened)),
            Err(failure) => {
                failures.push(failure);
                (!self.stops).then_some(None)
            }
        });
        let rows = make(&mut opened.flatten());
        Part { files, rows, failures }
    }
}

/// The parts of a [`Run`] in the order of the files.
pub struct Parts<F, E, R> {
    groups: Option<Ordered<Part<F, E, R>>>,
    stops: bool,
}

impl<F, E, R> Iterator for Parts<F, E, R> {
    type Item = Part<F, E, R>;

    /// # Panics
    ///
    /// If opening a file of the part, or making rows of it, panicked.
    fn next(&mut self) -> Option<Self::Item> {
        let part = self.groups.as_mut()?.next();
        if part.as_ref().is_none_or(|part| self.stops && !part.failures.is_empty()) {
            self.groups = None;
        }
        part
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A run over 0..100 in which every number that ends in 7 fails.
    fn run() -> Run<u32, u32, u32> {
        Run::new(|&file| if file % 10 == 7 { Err(file) } else { Ok(file) }).threads(NonZeroUsize::new(2).unwrap())
    }

    fn parts(run: Run<u32, u32, u32>) -> Vec<Part<u32, u32, Vec<u32>>> {
        run.over(0..100, |opened| opened.collect()).collect()
    }

    #[test]
    fn a_file_that_fails_is_left_out_and_told() {
        let parts = parts(run());
        let files: Vec<u32> = parts.iter().flat_map(|part| part.files.clone()).collect();
        let failures: Vec<u32> = parts.iter().flat_map(|part| part.failures.clone()).collect();
        let rows: Vec<u32> = parts.iter().flat_map(|part| part.rows.clone()).collect();
        assert_eq!(files, (0..100).collect::<Vec<_>>());
        assert_eq!(failures, (7..100).step_by(10).collect::<Vec<_>>());
        assert_eq!(rows, (0..100).filter(|file| file % 10 != 7).collect::<Vec<_>>());
    }

    #[test]
    fn a_file_that_fails_may_end_the_run() {
        let parts = parts(run().stops_at_failure(true));
        let [part] = &parts[..] else { panic!("{parts:?}") };
        assert_eq!((&part.rows[..], &part.failures[..]), (&[0, 1, 2, 3, 4, 5, 6][..], &[7][..]));
    }

    #[test]
    fn no_files_no_parts() {
        assert_eq!(run().over(0..0, |opened| opened.count()).count(), 0);
    }
}
