//! Work on all cores, results in order, memory bounded.

use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

/// How many items a thread may be ahead of the reader.
const AHEAD: usize = 4;

/// Does `work` on every item on `threads` threads, and gives the results in the order of the items.
///
/// Items are drawn as results are taken: a few for each thread are under way at a time, however many there are. Dropping
/// the iterator ends the threads.
pub(crate) fn ordered<T, R>(
    threads: NonZeroUsize,
    items: impl Iterator<Item = T> + Send + 'static,
    work: impl Fn(T) -> R + Send + Sync + 'static,
) -> Ordered<R>
where
    T: Send + 'static,
    R: Send + 'static,
{
    let (give_job, jobs) = sync_channel::<(T, SyncSender<R>)>(threads.get());
    let (give_place, places) = sync_channel(threads.get() * AHEAD);
    let (jobs, work) = (Arc::new(Mutex::new(jobs)), Arc::new(work));
    for _ in 0..threads.get() {
        let (jobs, work) = (Arc::clone(&jobs), Arc::clone(&work));
        thread::spawn(move || {
            while let Some((item, result)) = next_job(&jobs) {
                // Nobody waits for the result where the reader has gone.
                let _ = result.send(work(item));
            }
        });
    }
    thread::spawn(move || {
        for item in items {
            let (result, place) = sync_channel(1);
            if give_place.send(place).is_err() || give_job.send((item, result)).is_err() {
                break;
            }
        }
    });
    Ordered { places }
}

fn next_job<J>(jobs: &Mutex<Receiver<J>>) -> Option<J> {
    jobs.lock().ok()?.recv().ok()
}

/// The results of [`ordered`].
#[derive(Debug)]
pub(crate) struct Ordered<R> {
    places: Receiver<Receiver<R>>,
}

impl<R> Iterator for Ordered<R> {
    type Item = R;

    /// # Panics
    ///
    /// If the work on this item panicked.
    fn next(&mut self) -> Option<R> {
        let place = self.places.recv().ok()?;
        Some(place.recv().expect("the work on an item panicked"))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    const TWO: NonZeroUsize = NonZeroUsize::new(2).unwrap();

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let slow_first = |item: u64| {
            thread::sleep(Duration::from_millis(if item.is_multiple_of(3) { 3 } else { 0 }));
            item
        };
        let got: Vec<u64> = ordered(TWO, 0..50, slow_first).collect();
        assert_eq!(got, (0..50).collect::<Vec<_>>());
    }

    #[test]
    fn items_are_drawn_as_results_are_taken() {
        static DRAWN: AtomicUsize = AtomicUsize::new(0);
        let items = (0..10_000).inspect(|_| {
            DRAWN.fetch_add(1, Ordering::SeqCst);
        });
        let mut results = ordered(TWO, items, |item| item);
        assert_eq!(results.next(), Some(0));
        thread::sleep(Duration::from_millis(50));
        let drawn = DRAWN.load(Ordering::SeqCst);
        assert!(drawn <= 2 * AHEAD + 4, "{drawn} items drawn for one result");
    }

    #[test]
    #[should_panic(expected = "the work on an item panicked")]
    fn a_panic_is_passed_on() {
        ordered(TWO, 0..1, |_| panic!("on purpose")).for_each(drop);
    }
}
