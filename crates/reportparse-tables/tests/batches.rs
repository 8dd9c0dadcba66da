//! Batches hold what the library's records hold, column for column and cell for cell.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::ffi_stream::RecordBatchStreamReader;
use arrow_array::types::{Date32Type, Decimal128Type, Int8Type, Int16Type, UInt8Type, UInt32Type};
use arrow_array::{Array, RecordBatch};
use arrow_schema::{DataType, Field};
use reportparse::render::Records;
use reportparse::{Offsets, Report};
use reportparse_tables::{BatchBuilder, DECIMAL_SCALE, Table, batch, schema, stream};
use serde_json::{Value, json};

const COUNTS: [Offsets; 3] = [Offsets::Bytes, Offsets::Chars, Offsets::Utf16];

/// A report with every kind of row: an annex, a character outside the basic plane, points in points, a range, a change.
const TEXT: &str = "\
松石县人民政府工作报告
——2024年1月8日在松石县第十八届人民代表大会第三次会议上
县长  林有禾

各位代表：
现在，我代表县人民政府向大会报告工作。
一、2023年工作回顾
（一）经济稳步回升。全年地区生产总值完成133.8亿元，同比增长5.2%；一般公共预算收入8.15亿元，其中税收收入6.02亿元，下降3.1%。
产业集聚成势。新增规上企业近30家，𠮷祥园区接待游客4万余人次，增长13%—32%。
（二）问题不少。
二、2024年工作安排
今年地区生产总值增长5.5%左右，城镇调查失业率控制在5%以内。重点做好三方面工作：
一是稳住工业。工业投资增长10%以上。
二是做强农业。粮食产量稳定在12.5万吨。
——抓好冬小麦。播种面积不少于3万亩。
三是改善民生。
";

fn report() -> Report {
    reportparse::parse(TEXT).unwrap()
}

/// The records of a table, as JSON text.
fn records(report: &Report, name: &str, table: Table, offsets: Offsets) -> Vec<String> {
    let records = Records::new(report, name, offsets);
    match table {
        Table::Meta => {
            let head = text(&records.meta());
            vec![format!("{{\"report\":{},{}", text(&name), &head[1..])]
        }
        Table::Sections => report.sections().map(|row| text(&records.section(row))).collect(),
        Table::Paragraphs => report.paragraphs().map(|row| text(&records.paragraph(row))).collect(),
        Table::Points => report.points().map(|row| text(&records.point(row))).collect(),
        Table::Metrics => report.metrics().map(|row| text(&records.metric(row))).collect(),
    }
}

fn text(record: &impl serde::Serialize) -> String {
    serde_json::to_string(record).unwrap()
}

/// The rows of a batch as the records would write them. Decimals lose the zeros at their end.
fn rows(batch: &RecordBatch) -> Vec<Value> {
    let row = |index| {
        let cells = batch.schema_ref().fields().iter().zip(batch.columns());
        Value::Object(cells.map(|(field, array)| (field.name().clone(), cell(array, index))).collect())
    };
    (0..batch.num_rows()).map(row).collect()
}

fn cell(array: &dyn Array, index: usize) -> Value {
    if array.is_null(index) {
        return Value::Null;
    }
    match array.data_type() {
        DataType::Utf8 => json!(array.as_string::<i32>().value(index)),
        DataType::UInt32 => json!(array.as_primitive::<UInt32Type>().value(index)),
        DataType::UInt8 => json!(array.as_primitive::<UInt8Type>().value(index)),
        DataType::Int16 => json!(array.as_primitive::<Int16Type>().value(index)),
        DataType::Boolean => json!(array.as_boolean().value(index)),
        DataType::Date32 => json!(array.as_primitive::<Date32Type>().value_as_date(index).unwrap().to_string()),
        DataType::Decimal128(..) => {
            let value = array.as_primitive::<Decimal128Type>().value(index);
            let scale = DECIMAL_SCALE.unsigned_abs().into();
            json!(rust_decimal::Decimal::from_i128_with_scale(value, scale).normalize().to_string())
        }
        DataType::Dictionary(..) => {
            let array = array.as_dictionary::<Int8Type>();
            cell(array.values(), array.keys().value(index) as usize)
        }
        other => panic!("no column is of type {other}"),
    }
}

/// The record with the zeros at the end of its decimals left out.
fn normal(record: &str) -> Value {
    let mut record: Value = serde_json::from_str(record).unwrap();
    for column in ["value", "value_high", "base_value", "change", "change_high"] {
        if let Some(Value::String(text)) = record.get(column) {
            let value: rust_decimal::Decimal = text.parse().unwrap();
            record[column] = json!(value.normalize().to_string());
        }
    }
    record
}

#[test]
fn cells_equal_the_records() {
    let report = report();
    for &table in Table::ALL {
        for offsets in COUNTS {
            let wanted: Vec<Value> =
                records(&report, "松石.txt", table, offsets).iter().map(|record| normal(record)).collect();
            assert!(!wanted.is_empty() || table == Table::Metrics, "the sample has no {table}");
            assert_eq!(rows(&batch(&report, "松石.txt", table, offsets).unwrap()), wanted, "{table} in {offsets:?}");
        }
    }
}

#[test]
fn columns_stand_in_the_order_of_the_records() {
    let report = report();
    for &table in Table::ALL {
        let Some(record) = records(&report, "", table, Offsets::Bytes).first().cloned() else { continue };
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
    let names = |batch: &RecordBatch| Arc::clone(batch.column_by_name("role").unwrap().as_any_dictionary().values());
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
