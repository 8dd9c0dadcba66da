//! Every format reads back as the library's records.

mod common;

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::PathBuf;

use arrow_array::RecordBatch;
use arrow_array::cast::AsArray;
use arrow_ipc::reader::FileReader;
use common::{normal, records, report, rows};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::file::metadata::ParquetMetaData;
use reportparse::render::Records;
use reportparse::{Offsets, Status};
use reportparse_tables::Table;
use reportparse_tables::files::{Chunk, Export, Format};
use serde::Serialize;
use serde_json::Value;

const NAMES: [&str; 3] = ["甲.txt", "乙,二.txt", "丙.txt"];

fn chunk(export: &Export, name: &str) -> Chunk {
    let mut chunk = export.chunk();
    chunk.append(&report(), name).unwrap();
    chunk.finish().unwrap()
}

fn written(export: &Export, names: &[&str]) -> Vec<u8> {
    let mut writer = export.writer(Vec::new()).unwrap();
    for name in names {
        writer.write(chunk(export, name)).unwrap();
    }
    writer.finish().unwrap()
}

/// A file of this test's own.
fn file(test: &str, export: &Export, part: &str, bytes: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(format!("{test}-{}-{part}", export.table()));
    fs::write(&path, bytes).unwrap();
    path
}

fn parquet(path: &PathBuf) -> (Vec<RecordBatch>, ParquetMetaData) {
    let builder = ParquetRecordBatchReaderBuilder::try_new(File::open(path).unwrap()).unwrap();
    let metadata = ParquetMetaData::clone(builder.metadata());
    (builder.build().unwrap().map(Result::unwrap).collect(), metadata)
}

fn arrow(path: &PathBuf) -> (Vec<RecordBatch>, FileReader<File>) {
    let read = || FileReader::try_new(File::open(path).unwrap(), None).unwrap();
    (read().map(Result::unwrap).collect(), read())
}

fn wanted(table: Table, offsets: Offsets) -> Vec<Value> {
    let report = report();
    let records = NAMES.iter().flat_map(|name| records(&report, name, table, offsets));
    records.map(|record| normal(&record)).collect()
}

#[test]
fn ndjson_is_the_records() {
    let report = report();
    for &table in Table::ALL {
        let export = Export::new(table, Format::Ndjson).offsets(Offsets::Utf16);
        let lines = NAMES.iter().flat_map(|name| records(&report, name, table, Offsets::Utf16));
        let wanted: String = lines.map(|line| line + "\n").collect();
        assert_eq!(String::from_utf8(written(&export, &NAMES)).unwrap(), wanted, "{table}");
    }
}

#[test]
fn csv_is_the_records_with_one_header() {
    fn csv(rows: impl Iterator<Item = impl Serialize>) -> String {
        let mut csv = csv::Writer::from_writer(Vec::new());
        rows.for_each(|row| csv.serialize(row).unwrap());
        String::from_utf8(csv.into_inner().unwrap()).unwrap()
    }
    let report = report();
    let records = |name| Records::new(&report, name, Offsets::Bytes);
    let got = |table| String::from_utf8(written(&Export::new(table, Format::Csv), &NAMES)).unwrap();
    let all = || NAMES.iter().copied();
    assert_eq!(
        got(Table::Sections),
        csv(all().flat_map(|name| report.sections().map(move |row| records(name).section(row))))
    );
    assert_eq!(
        got(Table::Paragraphs),
        csv(all().flat_map(|name| report.paragraphs().map(move |row| records(name).paragraph(row))))
    );
    assert_eq!(
        got(Table::Points),
        csv(all().flat_map(|name| report.points().map(move |row| records(name).point(row))))
    );
    assert_eq!(
        got(Table::Metrics),
        csv(all().flat_map(|name| report.metrics().map(move |row| records(name).metric(row))))
    );
    let meta = got(Table::Meta);
    let mut lines = csv::Reader::from_reader(meta.as_bytes());
    assert_eq!(lines.headers().unwrap().iter().take(3).collect::<Vec<_>>(), ["report", "title", "speaker"]);
    let first: Vec<String> = lines.records().map(|row| row.unwrap()[0].to_owned()).collect();
    assert_eq!(first, NAMES);
}

#[test]
fn an_empty_csv_has_its_header_and_excel_its_mark() {
    let export = Export::new(Table::Points, Format::Csv).bom(true);
    let header = String::from_utf8(written(&export, &[])).unwrap();
    assert_eq!(header, "\u{FEFF}report,point,parent,list,section,paragraph,depth,marker,ordinal,lead,start,end\n");
}

#[test]
fn arrow_and_parquet_read_back_as_the_records() {
    for &table in Table::ALL {
        for offsets in [Offsets::Bytes, Offsets::Chars] {
            let export = Export::new(table, Format::Arrow).offsets(offsets);
            let (batches, _) = arrow(&file("whole", &export, "arrow", &written(&export, &NAMES)));
            assert_eq!(batches.iter().flat_map(rows).collect::<Vec<_>>(), wanted(table, offsets), "{table}");
            let export = Export::new(table, Format::Parquet).offsets(offsets);
            let (batches, _) = parquet(&file("whole", &export, "parquet", &written(&export, &NAMES)));
            assert_eq!(batches.iter().flat_map(rows).collect::<Vec<_>>(), wanted(table, offsets), "{table}");
        }
    }
}

#[test]
fn parts_join_to_what_one_run_writes() {
    for &table in Table::ALL {
        for &format in Format::ALL {
            let export = Export::new(table, format).bom(true);
            let name = |part| format!("{part}.{format}");
            let parts = [&NAMES[..2], &NAMES[2..]];
            let parts: Vec<PathBuf> =
                (0..2).map(|i| file("join", &export, &name(i), &written(&export, parts[i]))).collect();
            let joined = export.join(&parts, Vec::new()).unwrap();
            let rows = match format {
                Format::Ndjson | Format::Csv => {
                    assert!(joined == written(&export, &NAMES), "{table} in {format}");
                    continue;
                }
                Format::Arrow => arrow(&file("join", &export, &name(2), &joined)).0,
                Format::Parquet => parquet(&file("join", &export, &name(2), &joined)).0,
            };
            assert_eq!(
                rows.iter().flat_map(common::rows).collect::<Vec<_>>(),
                wanted(table, Offsets::Bytes),
                "{table}"
            );
        }
    }
}

#[test]
fn joined_arrow_files_keep_one_dictionary() {
    let export = Export::new(Table::Paragraphs, Format::Arrow);
    let parts: Vec<PathBuf> =
        NAMES.iter().map(|name| file("dictionary", &export, name, &written(&export, &[name]))).collect();
    let (batches, _) = arrow(&file("dictionary", &export, "joined", &export.join(&parts, Vec::new()).unwrap()));
    let names = |batch: &RecordBatch| batch.column_by_name("role").unwrap().as_any_dictionary().values().len();
    let sizes: Vec<usize> = batches.iter().map(names).collect();
    assert_eq!(sizes, [reportparse::ParagraphRole::ALL.len(); 3]);
}

/// Takes a few bytes, then nothing, as `head` does.
struct Closed(usize);

impl Write for Closed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn faults_of_the_output_stay_what_they_are() {
    for &format in Format::ALL {
        let export = Export::new(Table::Metrics, format);
        let write = || {
            let mut writer = export.writer(Closed(64))?;
            writer.write(chunk(&export, "甲.txt"))?;
            writer.finish()
        };
        let fault = write().map(|_| ()).unwrap_err();
        assert_eq!(fault.kind(), io::ErrorKind::BrokenPipe, "{format}: {fault:?}");
    }
}

#[test]
fn files_say_where_they_come_from() {
    let export = |format| Export::new(Table::Sections, format).provenance("reportparse.options", "{}".to_owned());
    let of = |format| file("facts", &export(format), format.as_str(), &written(&export(format), &NAMES));
    let (_, reader) = arrow(&of(Format::Arrow));
    assert_eq!(reader.schema().metadata()["reportparse.options"], "{}");
    assert_eq!(reader.schema().metadata()["reportparse.version"], env!("CARGO_PKG_VERSION"));
    assert!(!reader.schema().field(1).metadata()["description"].is_empty());
    let (_, metadata) = parquet(&of(Format::Parquet));
    let facts = metadata.file_metadata().key_value_metadata().unwrap();
    let fact = |key: &str| facts.iter().find(|fact| fact.key == key).and_then(|fact| fact.value.as_deref());
    assert_eq!(fact("reportparse.options"), Some("{}"));
    assert_eq!(fact("reportparse.version"), Some(env!("CARGO_PKG_VERSION")));
    assert_eq!(fact("table"), Some("sections"));
}

#[test]
fn parquet_has_statistics_of_the_reports() {
    let export = Export::new(Table::Sections, Format::Parquet);
    let (_, metadata) = parquet(&file("statistics", &export, "parquet", &written(&export, &NAMES)));
    let report = metadata.row_group(0).column(0).statistics().unwrap();
    assert_eq!(report.min_bytes_opt(), Some("丙.txt".as_bytes()));
    assert_eq!(report.max_bytes_opt(), Some("甲.txt".as_bytes()));
}

#[test]
fn filters_hold_in_every_format() {
    let export = |format| Export::new(Table::Metrics, format).status(Some(Status::Target));
    let lines = String::from_utf8(written(&export(Format::Ndjson), &NAMES[..1])).unwrap();
    assert!(!lines.is_empty() && lines.lines().all(|line| line.contains(r#""status":"target""#)));
    let (batches, _) =
        arrow(&file("filter", &export(Format::Arrow), "arrow", &written(&export(Format::Arrow), &NAMES[..1])));
    assert_eq!(batches.iter().map(RecordBatch::num_rows).sum::<usize>(), lines.lines().count());
    let export = Export::new(Table::Metrics, Format::Ndjson).code(Some("none such".to_owned()));
    assert!(written(&export, &NAMES).is_empty());
}

#[test]
fn a_chunk_of_another_export_is_refused() {
    let csv = Export::new(Table::Points, Format::Csv);
    let arrow = Export::new(Table::Points, Format::Arrow);
    let mut writer = arrow.writer(Vec::new()).unwrap();
    assert!(writer.write(chunk(&csv, "甲.txt")).is_err());
}
