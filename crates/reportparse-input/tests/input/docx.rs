//! Word documents: order, numbering, notes, text boxes, revisions, missing parts, places.

use reportparse_input::{ErrorKind, Format, Place, WarningKind};

use crate::support::{Docx, LISTS, item, p, read, table, text};

fn body(xml: &str) -> String {
    text(&Docx::new(xml).bytes())
}

#[test]
fn paragraphs_tables_and_breaks_keep_their_order() {
    let xml = [
        p("　　政府工作报告"),
        p("  "),
        "<w:p><w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t></w:r><w:r><w:t>，接着</w:t></w:r></w:p>".to_owned(),
        table(&[&["指标", "单位"], &["GDP", "亿元"]]),
        p("A &amp; B &lt;5&gt; &#20013;"),
    ];
    let bytes = Docx::new(&xml.concat()).bytes();
    let document = read(&bytes).expect("it is a document");
    assert_eq!((document.format, document.encoding), (Format::Docx, None));
    assert_eq!(document.text, "政府工作报告\n第一行\n第二行，接着\n指标\t单位\nGDP\t亿元\nA & B <5> 中\n");
    let place = |part: &str| document.place(document.text.find(part).expect("it is there"));
    assert_eq!(place("政府"), Some(Place::Paragraph(1)));
    assert_eq!(place("第二行"), Some(Place::Paragraph(3)));
    assert_eq!(place("GDP"), Some(Place::Paragraph(6)));
    assert_eq!(place("A &"), Some(Place::Paragraph(8)));
    assert_eq!(document.place(document.text.len() + 1), None);
}

#[test]
fn automatic_numbers_are_written() {
    let xml = [
        item(1, 0, "工作回顾"),
        item(1, 1, "经济"),
        item(1, 2, "工业"),
        item(1, 1, "民生"),
        item(1, 0, "工作安排"),
        item(1, 1, "经济"),
        item(1, 2, "工业"),
        item(1, 3, "合法"),
        item(2, 0, "附件"),
        item(2, 0, ""),
        item(2, 0, "名词解释"),
        item(0, 0, "不编号"),
    ];
    let text = text(&Docx::new(&xml.concat()).part("numbering", LISTS).bytes());
    let expected = "一、工作回顾\n（一）经济\n1. 工业\n（二）民生\n二、工作安排\n（一）经济\n1. 工业\n2.1 合法\n一、附件\n三、名词解释\n不编号\n";
    assert_eq!(text, expected);
}

#[test]
fn a_style_numbers_its_paragraphs() {
    let styles = r#"<w:style w:styleId="h"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="child"><w:basedOn w:val="h"/></w:style><w:style w:styleId="loop"><w:basedOn w:val="loop"/></w:style>"#;
    let styled = |style: &str, text: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#)
    };
    let xml = [styled("h", "回顾"), styled("child", "安排"), styled("loop", "正文"), styled("none", "正文")];
    let text = text(&Docx::new(&xml.concat()).part("numbering", LISTS).part("styles", styles).bytes());
    assert_eq!(text, "一、回顾\n二、安排\n正文\n正文\n");
}

#[test]
fn a_table_of_contents_is_left_out_with_a_warning() {
    let styles = r#"<w:style w:styleId="11"><w:name w:val="toc 1"/></w:style>"#;
    let line = r#"<w:p><w:pPr><w:pStyle w:val="11"/></w:pPr><w:r><w:t>一、工作回顾	1</w:t></w:r></w:p>"#;
    let bytes = Docx::new(&format!("{line}{}", p("一、工作回顾"))).part("styles", styles).bytes();
    let document = read(&bytes).expect("it is a document");
    assert_eq!(document.text, "一、工作回顾\n");
    assert_eq!(document.warnings[0].kind, WarningKind::LeftOut);
}

#[test]
fn notes_are_marked_and_stand_at_the_end() {
    let xml = r#"<w:p><w:r><w:t>总值</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>增长</w:t></w:r><w:r><w:endnoteReference w:id="5"/></w:r></w:p>"#;
    let footnotes = format!(
        r#"<w:footnote w:type="separator" w:id="0">{}</w:footnote><w:footnote w:id="2">{}{}</w:footnote>"#,
        p("——"),
        p(" 按现价计算。"),
        p("初步核算。")
    );
    let endnotes = format!(r#"<w:endnote w:id="5">{}</w:endnote>"#, p("可比口径。"));
    let bytes =
        Docx::new(&format!("{xml}{}", p("结束"))).part("footnotes", &footnotes).part("endnotes", &endnotes).bytes();
    let document = read(&bytes).expect("it is a document");
    assert_eq!(document.text, "总值[1]增长[2]\n结束\n[1]按现价计算。\n初步核算。\n[2]可比口径。\n");
    assert_eq!(document.place(document.text.find("初步").expect("it is there")), Some(Place::Note(1)));
}

#[test]
fn missing_and_damaged_parts_are_done_without() {
    let xml = r#"<w:p><w:r><w:t>总值</w:t><w:footnoteReference w:id="2"/></w:r></w:p>"#;
    let bytes = Docx::new(xml).missing("footnotes").missing("styles").part("numbering", "<w:num><w:broken>").bytes();
    let document = read(&bytes).expect("it is a document");
    assert_eq!(document.text, "总值[1]\n");
    let messages: Vec<String> = document.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(document.warnings.len(), 3, "{messages:?}");
    assert!(document.warnings.iter().all(|warning| warning.kind == WarningKind::MissingPart));
}

#[test]
fn text_boxes_are_read_once() {
    let boxed = format!("<w:txbxContent>{}{}</w:txbxContent>", p("框内一"), p("框内二"));
    let xml = format!(
        r#"<w:p><w:r><w:t>框前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{boxed}</w:drawing></mc:Choice><mc:Fallback><w:pict>{boxed}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>框后</w:t></w:r></w:p>{}"#,
        p("下一段")
    );
    assert_eq!(body(&xml), "框前框后\n框内一\n框内二\n下一段\n");
}

#[test]
fn what_was_deleted_or_is_hidden_is_left_out() {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let xml = format!(
        r#"<w:p>{}<w:del w:id="1"><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins w:id="2">{}</w:ins><w:moveFrom>{}</w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显示</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"#,
        run("留下"),
        run("加上"),
        run("移走")
    );
    assert_eq!(body(&xml), "留下加上显示\n");
    let merged = format!("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p>{}", run("上半句，"), p("下半句。"));
    assert_eq!(body(&format!("{merged}{}", p("另一段"))), "上半句，下半句。\n另一段\n");
}

#[test]
fn a_layout_table_is_its_paragraphs() {
    let long = "全区经济运行总体平稳，实现增加值1031.1亿元，同比下降14.1%。";
    let xml = format!("<w:tbl><w:tr><w:tc>{}{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", p(long), p(long), p("侧栏"));
    assert_eq!(body(&xml), format!("{long}\n{long}\n侧栏\n"));
}

#[test]
fn damage_is_told() {
    let bytes = Docx::new(&p("正文")).bytes();
    for (bytes, says) in [
        (&bytes[..bytes.len() / 2], "damaged DOCX"),
        (&Docx::new("<w:p><w:r>").bytes(), "broken at byte"),
        (&Docx::new("").bytes(), "holds no text"),
    ] {
        let error = read(bytes).expect_err(says);
        assert!(matches!(error.kind(), ErrorKind::Damaged | ErrorKind::NoText), "{error}");
        assert!(error.to_string().contains(says), "{error}");
    }
}
