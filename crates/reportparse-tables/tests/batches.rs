//! Batches hold what the library's records hold, column for column and cell for cell.

mod common;

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::ffi_stream::RecordBatchStreamReader;
use arrow_array::types::UInt32Type;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::Field;
use common::{normal, records, report, rows};
use reportparse::Offsets;
use reportparse_tables::{BatchBuilder, Table, batch, schema, stream};
use serde_json::Value;

const COUNTS: [Offsets; 3] = [Offsets::Bytes, Offsets::Chars, Offsets::Utf16];

#[test]
fn cells_equal_the_records() {
    let report = report();
    for &table in Table::ALL {
        for offsets in COUNTS {
            let wanted: Vec<Value> =
                records(&report, "松石.txt", table, offsets).iter().map(|record| normal(record)).collect();
            assert!(!wanted.is_empty(), "the sample has no {table}");
            assert_eq!(rows(&batch(&report, "松石.txt", table, offsets).unwrap()), wanted, "{table} in {offsets:?}");
        }
    }
}

#[test]
fn columns_stand_in_the_order_of_the_records() {
    let report = report();
    for &table in Table::ALL {
        let record = records(&report, "", table, Offsets::Bytes).swap_remove(0);
        let schema = schema(table, Offsets::Bytes);
        let place = |field: &Arc<Field>| record.find(&format!("\"{}\":", field.name()));
        let places: Vec<usize> = schema.fields().iter().filter_map(place).collect();
        assert!(places.is_sorted(), "{table}");
        assert_eq!(places.len(), schema.fields().len(), "{table}");
    }
}

#[test]
fn every_column_says_what_it_means() {
    for &table in Table::ALL {
        let schema = schema(table, Offsets::Chars);
        assert_eq!(schema.metadata()["table"], table.as_str());
        assert_eq!(schema.metadata()["offsets"], "chars");
        for field in schema.fields() {
            assert!(field.metadata()["description"].ends_with(['.', ')']), "{table}.{}", field.name());
            if field.name() == "start" || field.name().ends_with("_start") && !field.name().starts_with("period") {
                assert_eq!(field.metadata()["unit"], "code points from the start of the text");
            }
            if let Some((table, column)) = field.metadata().get("references").and_then(|place| place.split_once('.')) {
                let target = reportparse_tables::schema(table.parse().unwrap(), Offsets::Chars);
                assert!(!target.field_with_name(column).unwrap().is_nullable());
            }
        }
    }
}

#[test]
fn reports_append_to_one_batch() {
    let report = report();
    for &table in Table::ALL {
        let mut builder = BatchBuilder::new(table, Offsets::Bytes);
        builder.append(&report, "甲");
        builder.append(&report, "乙");
        let single = [batch(&report, "甲", table, Offsets::Bytes), batch(&report, "乙", table, Offsets::Bytes)];
        let apart: Vec<Value> = single.iter().flat_map(|batch| rows(batch.as_ref().unwrap())).collect();
        assert_eq!(builder.len(), apart.len());
        assert_eq!(rows(&builder.finish().unwrap()), apart, "{table}");
        assert!(builder.is_empty());
        assert_eq!(builder.finish().unwrap().num_rows(), 0, "a batch is handed out once");
    }
}

#[test]
fn only_wanted_metrics_are_appended() {
    let report = report();
    let mut builder = BatchBuilder::new(Table::Metrics, Offsets::Bytes);
    builder.append_metrics(&report, "甲", |metric| metric.id().0 % 2 == 1);
    let batch = builder.finish().unwrap();
    let ids: Vec<u32> = batch.column_by_name("metric").unwrap().as_primitive::<UInt32Type>().values().to_vec();
    assert_eq!(ids, (0..report.metrics().len() as u32).filter(|id| id % 2 == 1).collect::<Vec<_>>());
}

#[test]
fn closed_lists_have_the_same_dictionary_in_every_batch() {
    let report = report();
    let mut builder = BatchBuilder::new(Table::Paragraphs, Offsets::Bytes);
    builder.append(&report, "甲");
    let full = builder.finish().unwrap();
    let empty = builder.finish().unwrap();
    let names = |batch: &RecordBatch| -> ArrayRef {
        Arc::clone(batch.column_by_name("role").unwrap().as_any_dictionary().values())
    };
    assert_eq!(&names(&full), &names(&empty));
    assert_eq!(names(&full).len(), reportparse::ParagraphRole::ALL.len());
}

#[test]
fn a_stream_reads_back() {
    let report = report();
    let schema = schema(Table::Points, Offsets::Utf16);
    let batches = ["甲", "乙"].map(|name| batch(&report, name, Table::Points, Offsets::Utf16).unwrap());
    let sent = batches.clone().map(Ok);
    let reader = RecordBatchStreamReader::try_new(stream(Arc::clone(&schema), sent)).unwrap();
    assert_eq!(arrow_array::RecordBatchReader::schema(&reader), schema, "metadata cross the border, too");
    let got: Vec<RecordBatch> = reader.map(Result::unwrap).collect();
    assert_eq!(got, batches);
}

#[test]
fn chosen_rows_stand_in_the_order_given() {
    let report = report();
    let all = batch(&report, "甲.txt", Table::Points, Offsets::Chars).unwrap();
    let mut builder = BatchBuilder::new(Table::Points, Offsets::Chars);
    builder.append_rows(&report, "甲.txt", [2, 0].into_iter());
    let chosen = builder.finish().unwrap();
    assert_eq!(chosen.slice(0, 1), all.slice(2, 1));
    assert_eq!(chosen.slice(1, 1), all.slice(0, 1));
}
