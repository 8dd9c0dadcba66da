//! Tables as files.

mod arrow;
mod export;
mod format;
mod lines;
#[cfg(feature = "parquet")]
mod parquet;
mod writer;

pub use export::{Chunk, ChunkBuilder, Export};
pub use format::{Format, UnknownFormat};
pub use writer::TableWriter;
