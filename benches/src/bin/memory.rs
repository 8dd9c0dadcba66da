//! What a parse allocates: the peak and the number of allocations, for each corpus. One line of tab-separated values each:
//! name, what is parsed, bytes of text, peak in bytes, allocations.
//!
//! The peak counts all that a parse holds at once, the report and its copy of the text included.
#![allow(unsafe_code, reason = "an allocator cannot be written without")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use reportparse::Parser;
use reportparse_benches::texts;

/// The system's allocator, which counts. The program has one thread.
struct Counting;

static LIVE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);
static COUNT: AtomicUsize = AtomicUsize::new(0);

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// SAFETY: every call is handed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let live = LIVE.fetch_add(layout.size(), Relaxed) + layout.size();
        PEAK.fetch_max(live, Relaxed);
        COUNT.fetch_add(1, Relaxed);
        // SAFETY: as the caller vouches.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size(), Relaxed);
        // SAFETY: as the caller vouches.
        unsafe { System.dealloc(place, layout) }
    }
}

#[expect(clippy::print_stdout, reason = "a program tells its figures")]
fn main() {
    let parsers = [("structure", Parser::builder().metrics(false).build()), ("metrics", Parser::default())];
    // The first parse that asks for a table builds it, and all others share it: whole reports ask for all.
    for text in texts::samples().texts {
        black_box(parsers[1].1.parse(text).expect("the text is not empty"));
    }
    for texts in texts::all().into_iter().chain([texts::grown(5_000_000)]) {
        for (what, parser) in &parsers {
            let (mut bytes, mut peak, mut count) = (0, 0, 0);
            for text in &texts.texts {
                let (text_peak, text_count) = measure(|| parser.parse(text.as_str()).expect("the text is not empty"));
                (bytes, peak, count) = (bytes + text.len(), peak + text_peak, count + text_count);
            }
            println!("{}\t{what}\t{bytes}\t{peak}\t{count}", texts.name);
        }
    }
}

/// The peak above what is held already, and the allocations, while `run` runs.
fn measure<T>(run: impl FnOnce() -> T) -> (usize, usize) {
    let (held, before) = (LIVE.load(Relaxed), COUNT.load(Relaxed));
    PEAK.store(held, Relaxed);
    black_box(run());
    (PEAK.load(Relaxed) - held, COUNT.load(Relaxed) - before)
}
