//! A report, and its tables in one form whichever way they went.

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Decimal128Type, Int8Type, Int16Type, UInt8Type, UInt32Type};
use arrow_array::{Array, RecordBatch};
use arrow_schema::DataType;
use reportparse::render::Records;
use reportparse::{Offsets, Report};
use reportparse_tables::{DECIMAL_SCALE, Table};
use serde_json::{Value, json};

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

pub(crate) fn report() -> Report {
    reportparse::parse(TEXT).unwrap()
}

/// The records of a table, as JSON text.
pub(crate) fn records(report: &Report, name: &str, table: Table, offsets: Offsets) -> Vec<String> {
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
pub(crate) fn rows(batch: &RecordBatch) -> Vec<Value> {
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
pub(crate) fn normal(record: &str) -> Value {
    let mut record: Value = serde_json::from_str(record).unwrap();
    for column in ["value", "value_high", "base_value", "change", "change_high"] {
        if let Some(Value::String(text)) = record.get(column) {
            let value: rust_decimal::Decimal = text.parse().unwrap();
            record[column] = json!(value.normalize().to_string());
        }
    }
    record
}
