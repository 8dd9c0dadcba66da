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

/// Heading styles of three levels share a list. The second gives its own level only, the third leaves it to the list; one
/// style takes the number away again.
#[test]
fn styles_number_every_level_of_a_list() {
    let styles = r#"<w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="2"><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="3"><w:basedOn w:val="2"/></w:style>
<w:style w:styleId="none"><w:basedOn w:val="1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>"#;
    let lists = LISTS.replace(r#"<w:lvlText w:val="%3."/>"#, r#"<w:pStyle w:val="3"/><w:lvlText w:val="%3."/>"#);
    let styled = |(style, text): &(&str, &str)| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#)
    };
    let xml: String = [
        ("1", "回顾"),
        ("2", "农业"),
        ("2", "工业"),
        ("3", "园区"),
        ("3", "企业"),
        ("1", "安排"),
        ("2", "改革"),
        ("none", "结语"),
    ]
    .iter()
    .map(styled)
    .collect();
    let text = text(&Docx::new(&xml).part("numbering", &lists).part("styles", styles).bytes());
    assert_eq!(text, "一、回顾\n（一）农业\n（二）工业\n1. 园区\n2. 企业\n二、安排\n（一）改革\n结语\n");
}

/// 一是, 第一，, ①: lists as reports have them inside a section, begun anew by a list of their own.
#[test]
fn points_are_numbered_by_lists_of_their_own() {
    let pattern = |id: u32, format: &str, text: &str| {
        format!(
            r#"<w:abstractNum w:abstractNumId="{id}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum><w:num w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>"#
        )
    };
    let again = r#"<w:num w:numId="9"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#;
    let lists = [pattern(3, "japaneseCounting", "%1是"), pattern(4, "decimalEnclosedCircleChinese", "%1")].concat()
        + &pattern(5, "chineseCounting", "第%1，")
        + again;
    let xml = [(3, "投资"), (3, "消费"), (9, "改革"), (9, "开放"), (4, "甲"), (4, "乙"), (5, "环境"), (5, "作风")]
        .map(|(list, text)| item(list, 0, text))
        .concat();
    let text = text(&Docx::new(&xml).part("numbering", &lists).bytes());
    assert_eq!(text, "一是投资\n二是消费\n一是改革\n二是开放\n①甲\n②乙\n第一，环境\n第二，作风\n");
}

#[test]
fn text_in_controls_links_and_fields_is_read() {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let field = r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>"#;
    let xml = format!(
        r#"<w:sdt><w:sdtPr><w:alias w:val="标签"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt><w:p><w:hyperlink>{}</w:hyperlink><w:smartTag>{}</w:smartTag>{field}{}<w:r><w:sym w:font="宋体" w:char="2460"/><w:sym w:font="Wingdings" w:char="F06C"/></w:r></w:p>"#,
        p("控件"),
        run("链接"),
        run("标记"),
        run("结果")
    );
    assert_eq!(body(&xml), "控件\n链接标记结果①\n");
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
fn a_cell_of_several_columns_leaves_the_others_in_theirs() {
    let cell = |columns: u32, text: &str| {
        format!(r#"<w:tc><w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>{}</w:tc>"#, p(text))
    };
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let rows = [
        row(&[cell(1, "指标"), cell(2, "上半年"), cell(1, "全年")]),
        row(&["增加值", "5", "6", "12"].map(|text| cell(1, text))),
    ];
    assert_eq!(body(&format!("<w:tbl>{}</w:tbl>", rows.concat())), "指标\t上半年\t\t全年\n增加值\t5\t6\t12\n");
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
