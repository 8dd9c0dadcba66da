//! One group a question: what a stage costs, what reports cost, how the cost grows, what others need.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use cpu_time::ThreadTime;
use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use reportparse::Parser;
use reportparse_benches::clock::Processor;
use reportparse_benches::peers::{self, Patterns};
use reportparse_benches::texts::{self, Texts};

const STAGES: [&str; 6] = ["block", "reading", "outline", "meta", "point", "metric"];

fn parsers() -> [(&'static str, Parser); 2] {
    [("structure", Parser::builder().metrics(false).build()), ("metrics", Parser::default())]
}

fn parse(parser: &Parser, texts: &[Arc<str>]) {
    for text in texts {
        black_box(parser.parse(Arc::clone(text)).expect("the text is not empty"));
    }
}

fn shared(texts: &Texts) -> Vec<Arc<str>> {
    texts.texts.iter().map(|text| Arc::from(text.as_str())).collect()
}

fn stages(criterion: &mut Criterion<Processor>) {
    let (samples, parser) = (texts::samples(), Parser::default());
    let mut group = criterion.benchmark_group("stage");
    group.throughput(Throughput::Bytes(samples.bytes()));
    let texts = shared(&samples);
    for stage in STAGES {
        group.bench_function(stage, |bencher| {
            bencher.iter_custom(|rounds| (0..rounds).map(|_| spent(&parser, &texts, stage)).sum());
        });
    }
    group.finish();
}

/// The time that `stage` takes of a parse of all texts.
fn spent(parser: &Parser, texts: &[Arc<str>], stage: &str) -> Duration {
    let mut spent = Duration::ZERO;
    for text in texts {
        let mut start = ThreadTime::now();
        let mut done = |name: &str| {
            if name == stage {
                spent += start.elapsed();
            }
            start = ThreadTime::now();
        };
        black_box(parser.parse_in_stages(Arc::clone(text), &mut done).expect("the text is not empty"));
    }
    spent
}

fn reports(criterion: &mut Criterion<Processor>) {
    let mut group = criterion.benchmark_group("reports");
    for texts in texts::all() {
        group.throughput(Throughput::Bytes(texts.bytes()));
        let read = shared(&texts);
        for (what, parser) in parsers() {
            group.bench_function(BenchmarkId::new(what, &texts.name), |bencher| bencher.iter(|| parse(&parser, &read)));
        }
    }
    group.finish();
}

fn growth(criterion: &mut Criterion<Processor>) {
    let mut group = criterion.benchmark_group("growth");
    group.sampling_mode(SamplingMode::Flat);
    for bytes in [50_000, 500_000, 5_000_000, 50_000_000] {
        let texts = texts::grown(bytes);
        group.throughput(Throughput::Bytes(texts.bytes()));
        let read = shared(&texts);
        for (what, parser) in parsers() {
            group.bench_function(BenchmarkId::new(what, &texts.name), |bencher| bencher.iter(|| parse(&parser, &read)));
        }
    }
    group.finish();
}

fn others(criterion: &mut Criterion<Processor>) {
    let texts = texts::peers();
    let text = &texts.texts[0];
    let mut group = criterion.benchmark_group("peer");
    group.throughput(Throughput::Bytes(texts.bytes()));
    group.bench_function("scan", |bencher| bencher.iter(|| peers::scan(black_box(text))));
    let patterns = Patterns::new();
    group.bench_function("regex", |bencher| bencher.iter(|| patterns.find(black_box(text))));
    group.bench_function("markdown", |bencher| bencher.iter(|| peers::markdown(black_box(text))));
    let read = shared(&texts);
    for (what, parser) in parsers() {
        group.bench_function(what, |bencher| bencher.iter(|| parse(&parser, &read)));
    }
    group.finish();
}

fn settings() -> Criterion<Processor> {
    Criterion::default()
        .with_measurement(Processor)
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
}

criterion_group!(name = benches; config = settings(); targets = stages, reports, growth, others);
criterion_main!(benches);
