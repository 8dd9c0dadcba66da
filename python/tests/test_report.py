"""A report and its rows: what they hold, how they are walked, compared, hashed and pickled."""

import datetime
import io
import pickle
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

import reportparse as rp

from .conftest import TEXT


def test_the_head(report: rp.Report) -> None:
    meta = report.meta
    assert meta.title == "松石县人民政府工作报告"
    assert (meta.speaker, meta.speaker_role) == ("林有禾", "县长")
    assert meta.delivered_on == datetime.date(2024, 1, 8)
    assert (meta.kind, meta.region, meta.region_level, meta.year) == ("work_report", "松石县", "county", 2024)
    assert meta.published_on is None
    assert report.name == "松石.txt"


def test_sections_are_walked(report: rp.Report) -> None:
    section = report["一/（一）"]
    assert section.title == "经济稳步回升"
    assert section.run_in
    assert section.parent == report["一"]
    assert report["一"].parent is None
    assert [child.path for child in report["一"].children] == ["一/（一）", "一/（二）"]
    assert list(section.ancestors) == [report["一"]]
    assert list(report["一"].descendants) == list(report["一"].children)
    assert [paragraph.role for paragraph in section.paragraphs] == ["heading", "body"]
    assert list(section.body) == list(section.paragraphs)[1:]
    assert section.body[0].lead == "产业集聚成势"
    assert section.report is report
    assert report["一/(一)"] == section
    assert rp.parse("(一)经济平稳")["（一）"].path == "(一)"
    assert "二" in report
    assert "三" not in report
    assert list(report.find("乡村振兴")) == [report["一/（二）"]]


def test_points_are_walked(report: rp.Report) -> None:
    assert [point.marker for point in report.points] == ["一是", "二是", "①", "②", "三是"]
    nested = report.points[2]
    assert nested.parent == report.points[1]
    assert nested.depth == 1
    assert nested.ordinal == 1
    assert list(report.points[1].children) == [nested, report.points[3]]
    assert report.points[0].list == report.points[4].list != nested.list
    assert report.points[0].lead == "稳住工业"
    assert nested.section == report["二"]
    assert nested in nested.paragraph.points


def test_a_metric_has_all_its_facts(report: rp.Report) -> None:
    metric = report.metrics[0]
    assert (metric.indicator, metric.literal, metric.unit) == ("地区生产总值", "133.8亿元", "亿元")
    assert (metric.value, metric.base_value, metric.base_unit) == (Decimal("133.8"), Decimal(13380000000), "元")
    assert (metric.change_literal, metric.change, metric.change_unit) == ("同比增长5.2%", Decimal("5.2"), "%")
    assert (metric.basis, metric.status, metric.approx, metric.code) == ("同比", "actual", "exact", "GDP")
    assert (metric.period_start, metric.period_end) == (datetime.date(2023, 1, 1), datetime.date(2023, 12, 31))
    assert metric.section == report["一/（一）"]
    assert metric.sentence.startswith("全年地区生产总值")
    assert report.text[slice(*metric.sentence_span)] == metric.sentence


def test_metrics_lead_to_their_points_and_wholes(report: rp.Report) -> None:
    targets = report.metrics.filter(lambda metric: metric.status == "target")
    assert {metric.section.path for metric in targets if metric.section} == {"二"}
    assert next(metric for metric in targets if metric.point).point == report.points[0]
    part = next(metric for metric in report.metrics if metric.part_of)
    assert part.indicator == "税收收入"
    assert part.part_of is not None
    assert part.part_of.indicator == "一般公共预算收入"
    assert list(report["二"].metrics) == list(targets)


def test_diagnostics_say_what_and_where() -> None:
    report = rp.parse("一、工作回顾\n全年完成投资5亿元。\n三、工作安排\n稳中求进。")
    (diagnostic,) = report.diagnostics
    assert diagnostic.code == "ordinal_skipped"
    assert "number 2 is missing" in diagnostic.message
    assert report.position(diagnostic.span.start) == rp.Position(line=3, column=1)


def test_rows_equal_those_of_an_equal_report(report: rp.Report) -> None:
    again = rp.parse(TEXT)
    assert again == report
    assert hash(again) == hash(report)
    assert again.metrics[3] == report.metrics[3] != report.metrics[4]
    assert len({again.sections[0], report.sections[0], report.paragraphs[0]}) == 2
    assert rp.parse(TEXT + "完。") != report
    assert report != TEXT


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_everything_is_pickled(report: rp.Report, protocol: int) -> None:
    rows = [report.sections[1], report.paragraphs[2], report.points[3], report.metrics[4]]
    things = [report, *rows, report.metrics, report.metrics[2:4], report.meta, report.diagnostics]
    again = pickle.loads(pickle.dumps(things, protocol))
    assert again == things
    assert again[0].name == report.name
    assert again[1].report is again[0]


def test_a_report_is_pickled_with_its_options() -> None:
    parser = rp.Parser(
        metrics=False, indicators={"锂电池产量": "LI"}, units={"石": ("千克", 60)}, measure_words=["尊"], max_pages=7
    )
    again = pickle.loads(pickle.dumps(parser))
    assert again == parser
    assert hash(again) == hash(parser)
    assert again != rp.Parser()
    assert repr(again) == repr(parser)
    assert repr(parser).endswith("measure_words=['尊'], max_pages=7)")
    assert repr(rp.Parser(units={"石": ("千克", 60)})) == "Parser(units={'石': ('千克', Decimal('60'))})"
    assert len(pickle.loads(pickle.dumps(parser.parse(TEXT))).metrics) == 0


def test_objects_are_frozen(report: rp.Report) -> None:
    for thing in (report, report.sections, report.sections[0], report.metrics[0], report.meta, report.sections[0].span):
        with pytest.raises((AttributeError, TypeError)):
            thing.name = "new"  # type: ignore[union-attr, misc]


def test_reprs_say_what_it_is(report: rp.Report) -> None:
    counts = f"{len(report.paragraphs)} paragraphs, 5 points, {len(report.metrics)} metrics"
    assert repr(report) == f"<Report 松石县人民政府工作报告: 4 sections, {counts}>"
    section = report["一/（一）"]
    assert repr(section) == f"<Section 一/（一） 经济稳步回升 [{section.start}:{section.end}]>"
    assert repr(report.points[0]).startswith("<Point 一是稳住工业。")
    assert repr(report.paragraphs[0]).startswith("<Paragraph title 松石县人民政府工作报告 [0:11]")
    assert repr(report.metrics[0]) == "<Metric 地区生产总值 133.8亿元 同比增长5.2% actual>"
    assert repr(report.sections) == "<Table sections: 4 rows>"


def test_the_outline_is_printed(report: rp.Report, capsys: pytest.CaptureFixture[str]) -> None:
    report.outline()
    printed = capsys.readouterr().out
    assert printed == f"{report}\n"
    assert "（一）经济稳步回升" in printed


def test_sentences_have_places(report: rp.Report) -> None:
    paragraph = report["二"].body[0]
    sentences = [report.text[start:end] for start, end in paragraph.sentences]
    assert sentences[0] == "今年地区生产总值增长5.5%左右，城镇调查失业率控制在5%以内。"
    assert "".join(sentences) == paragraph.text
    clauses = [report.text[start:end] for start, end in paragraph.clauses]
    assert clauses[:2] == ["今年地区生产总值增长5.5%左右，", "城镇调查失业率控制在5%以内。"]
    assert "".join(clauses) == paragraph.text


def test_a_lexicon_of_the_callers_own() -> None:
    text = "一、工作回顾\n全年锂电池产量3万石，同比增长8%。新建铜像3尊。"
    parser = rp.Parser(indicators={"锂电池产量": "LI"}, units={"石": ("千克", 60)}, measure_words=["尊"])
    battery, statues = parser.parse(text).metrics
    assert (battery.code, battery.base_value, battery.base_unit) == ("LI", Decimal(1_800_000), "千克")
    assert (statues.value, statues.unit) == (Decimal(3), "尊")
    assert rp.parse(text).metrics[0].code is None


def test_a_file_is_a_path_or_an_object(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    by_path = rp.parse_file(path)
    assert by_path == rp.parse(TEXT)
    assert by_path.name == str(path)
    assert by_path.source is not None
    assert (by_path.source.format, by_path.source.encoding) == ("text", "gb18030")
    assert rp.parse_file(str(path), name="甲").name == "甲"
    with path.open("rb") as file:
        assert rp.parse_file(file) == by_path
    with path.open(encoding="gb18030") as file:
        from_str = rp.parse_file(file)
    assert from_str == by_path
    assert from_str.source is None
    assert from_str.name == str(path)
    assert rp.parse_file(io.StringIO(TEXT)).name == ""
    for data in (bytes, bytearray, memoryview):
        assert rp.parse_bytes(data(path.read_bytes()), "甲").name == "甲"


def test_a_page_declares_its_title() -> None:
    page = f"<html><head><title>工作报告</title></head><body><p>{TEXT.replace(chr(10), '</p><p>')}</p></body></html>"
    report = rp.parse_bytes(page.encode())
    assert report.source is not None
    assert (report.source.format, report.source.title) == ("html", "工作报告")
    assert [section.path for section in report.sections] == [section.path for section in rp.parse(TEXT).sections]
    assert report.place(0) is None


def test_what_a_file_tells_is_pickled() -> None:
    head = '<head><meta name="PubDate" content="2024-02-01 10:00"></head>'
    page = f"<html>{head}<body><p>工作报告</p><p>一、工作回顾</p><p>完成投资5亿元\udcff。</p></body></html>"
    report = rp.parse_bytes(page.encode("utf-8", "surrogateescape"), name="甲.html")
    assert report.meta.published_on == datetime.date(2024, 2, 1)
    assert "malformed_bytes" in {diagnostic.code for diagnostic in report.diagnostics}
    assert report.source is not None
    again = pickle.loads(pickle.dumps(report))
    assert again == report
    assert (again.name, again.source, again.meta) == (report.name, report.source, report.meta)
    assert report.source.encoding == "UTF-8"


def test_a_word_file_knows_its_paragraphs() -> None:
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in TEXT.split("\n"))
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{word}"><w:body>{paragraphs}</w:body></w:document>'
        )
    report = rp.parse_bytes(content.getvalue())
    assert report.source is not None
    assert (report.source.format, report.source.encoding) == ("docx", None)
    section = report["一/（一）"]
    before = TEXT[: TEXT.index("（一）")].count("\n")
    assert report.place(section.start) == f"paragraph {before + 1}"
    again = pickle.loads(pickle.dumps(report))
    assert again == report
    assert again.source == report.source
    assert again.place(section.start) == report.place(section.start)


def test_a_pdf_knows_its_pages(shared: Path) -> None:
    files = list((shared / "real").rglob("*.pdf"))
    assert files
    for path in files:
        report = rp.parse_file(path)
        assert report.source is not None
        assert report.source.format == "pdf"
        assert report.place(0) == "page 1"
        assert report.place(len(report.text)) != "page 1"
