//! Batches for other languages: Arrow's C stream interface.

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchIterator};
use arrow_schema::{ArrowError, SchemaRef};

/// `batches` as a stream that any Arrow library reads without copying: what Python's `__arrow_c_stream__` and C hand out.
///
/// A batch is made when the reader asks for it, on the reader's thread; an error ends the stream.
pub fn stream<I>(schema: SchemaRef, batches: I) -> FFI_ArrowArrayStream
where
    I: IntoIterator<Item = Result<RecordBatch, ArrowError>>,
    I::IntoIter: Send + 'static,
{
    FFI_ArrowArrayStream::new(Box::new(RecordBatchIterator::new(batches.into_iter(), schema)))
}
