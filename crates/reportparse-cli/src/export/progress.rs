//! How far an export is, for people at a terminal.

use std::io::{self, IsTerminal};
use std::thread;

use indicatif::{HumanBytes, ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Done;
use super::inputs::Inputs;

/// A bar on standard error where that is a terminal; nothing elsewhere.
pub(super) struct Progress {
    bar: ProgressBar,
    bytes: usize,
    failures: usize,
}

impl Progress {
    /// A bar for `inputs`, which are counted aside. It stays away where rows go to the same terminal.
    pub(super) fn new(inputs: Inputs, to_file: bool) -> Self {
        let quiet = !to_file && io::stdout().is_terminal();
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(None, target);
        if !bar.is_hidden() {
            let style = ProgressStyle::with_template("{wide_bar} {human_pos}/{human_len} files, {msg}, {eta} left");
            bar.set_style(style.expect("the template is right"));
            let counted = bar.clone();
            thread::spawn(move || counted.set_length(inputs.count() as u64));
        }
        Progress { bar, bytes: 0, failures: 0 }
    }

    /// Counts files that a run before has done.
    pub(super) fn skip(&self, files: usize) {
        self.bar.inc(files as u64);
        self.bar.reset_eta();
    }

    /// Counts a group of files.
    pub(super) fn add(&mut self, done: &Done) {
        self.bytes += done.bytes;
        self.failures += done.failures.len();
        let rate = self.bytes as f64 / self.bar.elapsed().as_secs_f64().max(0.001);
        self.bar.set_message(format!("{}/s, {} failed", HumanBytes(rate as u64), self.failures));
        self.bar.inc(done.fingerprints.len() as u64);
    }

    /// Does something that may print, with the bar out of the way.
    pub(super) fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        self.bar.suspend(print)
    }

    /// Takes the bar away.
    pub(super) fn finish(self) {
        self.bar.finish_and_clear();
    }
}
