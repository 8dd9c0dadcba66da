//! Web pages: the content without its surroundings, its blocks as lines, what the page declares.

use encoding_rs::GBK;
use reportparse_input::{Format, WarningKind};

use crate::support::{read, text};

const BODY: &str =
    "全区经济运行总体平稳，实现增加值1031.1亿元，同比下降14.1%；一般公共预算收入完成133.8亿元，同比下降22.6%。";

/// A page as portals make them.
fn portal(content: &str) -> String {
    format!(
        r#"<!DOCTYPE html><html><head><meta charset="utf-8"><title>工作报告_某区人民政府</title>
<meta name="ArticleTitle" content="2020年上半年工作报告"><meta name="PubDate" content="2020-08-27 10:00"><meta name="ContentSource" content="区政府办">
<script>var a = "<p>不是正文</p>";</script><style>p {{ margin: 0 }}</style></head>
<body><div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li><li><a href="/fw">办事服务</a></li></ul></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a> &gt; 正文</div>
<div class="main"><h1>关于2020年上半年工作情况的报告</h1>
<div class="share">分享到：<a>微信</a> <a>微博</a> 【字号：<a>大</a> <a>中</a> <a>小</a>】</div>
<div class="TRS_Editor">{content}</div>
<div class="related"><h3>相关链接</h3><ul><li><a>解读一</a></li><li><a>解读二</a></li><li><a>解读三</a></li></ul></div></div>
<div class="footer">主办单位：某区人民政府办公室　版权所有　备案号：沪ICP备00000000号</div></body></html>"#
    )
}

#[test]
fn a_portal_page_gives_its_report_and_its_metadata() {
    let page = portal(&format!("<p>　　各位代表：</p>\n<p>&nbsp;&nbsp;一、上半年工作</p><p>{BODY}</p>"));
    let document = read(page.as_bytes()).expect("it is a page");
    assert_eq!(document.format, Format::Html);
    assert_eq!(document.text, format!("关于2020年上半年工作情况的报告\n各位代表：\n一、上半年工作\n{BODY}\n"));
    assert_eq!(document.metadata.title.as_deref(), Some("2020年上半年工作报告"));
    assert_eq!(document.metadata.published.as_deref(), Some("2020-08-27 10:00"));
    assert_eq!(document.metadata.source.as_deref(), Some("区政府办"));
}

#[test]
fn a_page_without_known_names_gives_the_element_with_the_prose() {
    let page = portal(&format!("<p>{BODY}</p>").repeat(3))
        .replace("TRS_Editor", "x1")
        .replace("<h1>", "<h2>")
        .replace("</h1>", "</h2>");
    let text = text(page.as_bytes());
    assert_eq!(text.matches(BODY).count(), 3);
    for furniture in ["首页", "字号", "备案号", "解读", "不是正文", "margin"] {
        assert!(!text.contains(furniture), "{furniture} in {text}");
    }
}

#[test]
fn blocks_become_lines_and_inline_elements_do_not() {
    let content = format!(
        "<div>第一段<span>接着</span>\n<b>写</b></div>第二段<br>第三段<br/><ul><li>一是甲；<li>二是乙。</ul><h2>标题</h2><p>{BODY}<p>五<p>"
    );
    let expected = format!("第一段接着写\n第二段\n第三段\n一是甲；\n二是乙。\n标题\n{BODY}\n五\n");
    assert_eq!(text(content.as_bytes()), expected);
}

#[test]
fn blanks_of_the_source_are_none_of_the_text() {
    let content = "<p>\n  财政收入\n  增长5.2%，\t GDP\n growth 政 府 工 作\n</p>";
    assert_eq!(text(content.as_bytes()), "财政收入增长5.2%， GDP growth 政 府 工 作\n");
    assert_eq!(text("<p>\n政\n府 工\n作</p>".as_bytes()), "政 府 工 作\n");
}

#[test]
fn entities_are_decoded() {
    let content = "<p>&ldquo;一网通办&rdquo;&mdash;&#x5E02;&#21306; A&amp;B &lt;5&gt;</p>";
    assert_eq!(text(content.as_bytes()), "“一网通办”—市区 A&B <5>\n");
}

#[test]
fn tables_are_rows_and_layout_tables_are_paragraphs() {
    let data = "<table><tr><th>指标<th>单位</tr><tr><td>零售<br>总额<td>亿元</table>";
    let content =
        format!("<table><tbody><tr><td><p>一、综合</p><p>{BODY}</p><p>{BODY}</p>{data}</td></tr></tbody></table>");
    assert_eq!(text(content.as_bytes()), format!("一、综合\n{BODY}\n{BODY}\n指标\t单位\n零售总额\t亿元\n"));
}

#[test]
fn a_cell_of_several_columns_or_rows_leaves_the_others_in_theirs() {
    let table = "<table><tr><th rowspan=2>指标<th colspan='2'>上半年<th rowspan=2>全年目标</tr><tr><th>总量<th>增速</tr>\
        <tr><td>增加值<td>5<td>6<td>12</table>";
    let content = format!("<p>{BODY}</p>{table}");
    assert_eq!(text(content.as_bytes()), format!("{BODY}\n指标\t上半年\t\t全年目标\n\t总量\t增速\n增加值\t5\t6\t12\n"));
}

#[test]
fn malformed_bytes_of_a_page_are_told_at_their_place_in_its_content() {
    let page = |furniture: &[u8]| {
        let content = format!("<p>{BODY}</p>\u{1}<p>全年完成投资\u{1}5亿元。</p>");
        let content = content.bytes().map(|byte| if byte == 1 { 0xFF } else { byte });
        [&b"<html><body><nav>"[..], furniture, b"</nav>", &content.collect::<Vec<u8>>()].concat()
    };
    let bytes = page(b"");
    let document = read(&bytes).expect("it is a page");
    assert_eq!(document.warnings.len(), 2);
    assert!(document.warnings.iter().all(|warning| &document.text[warning.span.clone()] == "\u{FFFD}"));
    assert!(document.warnings[0].span.start < document.warnings[1].span.start);
    let report = document.parse(&reportparse::Parser::default()).expect("there is text");
    let codes: Vec<&str> = report.diagnostics().iter().map(|diagnostic| diagnostic.code()).collect();
    assert_eq!(codes, ["malformed_bytes", "malformed_bytes"], "each place is told once");

    let bytes = page(b"\xFF");
    let document = read(&bytes).expect("it is a page");
    assert!(document.warnings.iter().all(|warning| warning.span.is_empty() && warning.offset.is_some()));
}

#[test]
fn word_made_pages_are_read() {
    let content = r#"<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=ZH-CN><div class=Section1>
<p class=MsoNormal style='text-indent:32.0pt'><span lang=EN-US>2012</span><span
style='font-family:宋体'>年，全市生产总值</span><span lang=EN-US>4000.5</span>亿元。<o:p></o:p></p>
<!--[if gte mso 9]><xml>隐藏</xml><![endif]--><p class=MsoNormal style='display:none'>看不见</p></div></body></html>"#;
    assert_eq!(text(content.as_bytes()), "2012年，全市生产总值4000.5亿元。\n");
}

#[test]
fn a_gbk_page_is_read_whatever_it_says() {
    let page = |label: &str| {
        format!(r#"<html><meta http-equiv="Content-Type" content="text/html; charset={label}"><p>{BODY}</p></html>"#)
    };
    for (label, warned) in [("gb2312", false), ("GBK", false), ("iso-8859-1", true), ("utf-8", true)] {
        let bytes = GBK.encode(&page(label)).0.into_owned();
        let document = read(&bytes).expect("it is a page");
        assert_eq!((&*document.text, document.encoding), (&*format!("{BODY}\n"), Some("gb18030")), "{label}");
        assert_eq!(
            document.warnings.iter().any(|warning| warning.kind == WarningKind::WrongCharset),
            warned,
            "{label}"
        );
    }
}

#[test]
fn a_fragment_printed_as_a_list_is_a_page() {
    let content = format!("[<div id=\"zoom\">\n<h4>各位代表：</h4>\n<p>{BODY}</p></div>]");
    assert_eq!(text(content.as_bytes()), format!("各位代表：\n{BODY}\n"));
}

#[test]
fn a_report_inside_elements_with_misleading_names_is_not_lost() {
    let content = format!("<html><body><form class='search-print'><p>{BODY}</p><p>二、下半年</p></form></body></html>");
    assert_eq!(text(content.as_bytes()), format!("{BODY}\n二、下半年\n"));
}

#[test]
fn a_page_laid_out_by_a_table_gives_the_cell_with_the_report() {
    let links = "<a href=1>栏目一</a><br><a href=2>栏目二</a><br><a href=3>栏目三</a>";
    let lines: String = (0..5).map(|_| format!("&nbsp;&nbsp;&nbsp;&nbsp;{BODY}<br>\r\n")).collect();
    let page = format!(
        "<html><body><table><tr><td width=20%>{links}</td><td><table><tr><td><font size=4>{lines}</font></td></tr></table></td></tr></table></body></html>"
    );
    assert_eq!(text(page.as_bytes()), format!("{BODY}\n").repeat(5));
}

#[test]
fn a_report_in_several_blocks_keeps_them_all() {
    let sections: String = ["一、综合", "二、农业", "三、工业"]
        .map(|title| format!("<div class=part><h3>{title}</h3><div><p>{BODY}</p></div></div>"))
        .concat();
    let page = format!(
        "<html><body><div class=nav><a>甲</a><a>乙</a><a>丙</a></div><div class=article>{sections}</div></body></html>"
    );
    assert_eq!(text(page.as_bytes()), format!("一、综合\n{BODY}\n二、农业\n{BODY}\n三、工业\n{BODY}\n"));
}

#[test]
fn the_name_of_a_file_to_load_is_kept() {
    let page = portal(&format!("<p>{BODY}</p><p>附件：<a href=1>名词解释</a></p>"));
    assert!(text(page.as_bytes()).ends_with("附件：名词解释\n"));
}

#[test]
fn a_title_above_the_content_is_put_before_it() {
    let page = |head: &str, above: &str, content: &str| {
        format!(
            "<html><head>{head}</head><body><div class=top>某区人民政府门户网站</div>{above}\
<div id=zoom>{content}<p>{BODY}</p></div></body></html>"
        )
    };
    let title = "<title>某区人民政府门户网站 - 2024年工作报告_政务公开</title>";
    let article = "<meta name=ArticleTitle content='2024年工作报告'>";
    let expected = format!("2024年工作报告\n{BODY}\n");
    // Shown above the content, and named in the head: in a block without a name, and beside a headline that is the site's.
    assert_eq!(text(page(title, "<div class=t1>2024年 工作报告</div>", "").as_bytes()).replace(' ', ""), expected);
    assert_eq!(text(page(title, "<h1>某区</h1><td>2024年工作报告</td>", "").as_bytes()), expected);
    // Only named in the head.
    assert_eq!(text(page(article, "", "").as_bytes()), expected);
    assert_eq!(text(page(title, "", "").as_bytes()), format!("{BODY}\n"));
    // The content begins with it, or with a part of it.
    assert_eq!(text(page(article, "", "<p>2024年<br>工作报告</p>").as_bytes()), format!("2024年\n工作报告\n{BODY}\n"));
    assert_eq!(text(page(article, "", "<p>工作报告</p>").as_bytes()), format!("工作报告\n{BODY}\n"));
}

#[test]
fn the_portal_of_the_nation_is_read() {
    let page = format!(
        r#"<html><head><meta charset="utf-8"><title>某省工作报告_滚动新闻_中国政府网</title><meta name="firstpublishedtime" content="2025-03-12-18:00:02"></head>
<body><div class="BreadcrumbNav">首页 &gt; <a>新闻</a> &gt; <a>滚动</a></div><div class="article oneColumn"><div class="pages-title">某省工作报告</div>
<div class="pages-date">2025-03-12 18:00<span class="font">来源： 某日报</span><span>字号：<span>默认</span> <span>大</span> | <a>打印</a> | <span class="share-title">分享到：</span></span></div>
<div class="pages_content" id="UCAP-CONTENT"><p style="text-align:center">——2025年3月6日在会议上</p><p><strong>一、2024年工作回顾</strong></p><p>{BODY}</p>
<p><span style="font-family:楷体">（一）坚持民生优先。</span>{BODY}</p></div></div></body></html>"#
    );
    let document = read(page.as_bytes()).expect("it is a page");
    let expected =
        format!("某省工作报告\n——2025年3月6日在会议上\n一、2024年工作回顾\n{BODY}\n（一）坚持民生优先。{BODY}\n");
    assert_eq!(document.text, expected);
    let report = document.parse(&reportparse::Parser::default()).expect("it is a report");
    assert_eq!(report.meta().published_on().map(|day| day.to_string()).as_deref(), Some("2025-03-12"));
}

#[test]
fn a_gbk_page_of_a_county_is_read() {
    let page = format!(
        "<html><meta http-equiv=Content-Type content='text/html; charset=gb2312'><meta name=ArticleTitle content=澄湖区工作报告><body>\
<table><tr><td><table><tr><td><a>首页</a><td><a>公开</a><td><a>办事</a></table></td></tr>\
<tr><td>您现在的位置：<a>首页</a> > <a>政务公开</a></td></tr><tr><td class=title align=center><b>澄湖区工作报告</b></td></tr>\
<tr><td>发布时间：2025-01-20　点击数：<script>document.write(getHits(123));</script>次　【<a>大</a> <a>中</a> <a>小</a>】</td></tr>\
<tr><td><div id=zoom class=TRS_Editor><style>.TRS_Editor P{{margin:0}}</style><p>&nbsp;&nbsp;&nbsp;&nbsp;一、回顾</p><p>&nbsp; {BODY}</p>\
<table><tr><td rowspan=2>指标<td colspan=2>2024年<tr><td>完成数<td>增幅</table></div></td></tr>\
<tr><td>上一篇：<a>通知</a><br>下一篇：<a>纪要</a></td></tr><tr><td>版权所有：澄湖区人民政府　滇ICP备12345678号</td></tr></table>"
    );
    let document = read(&GBK.encode(&page).0).expect("it is a page").into_owned();
    assert_eq!(document.encoding, Some("gb18030"));
    assert_eq!(document.text, format!("澄湖区工作报告\n一、回顾\n{BODY}\n指标\t2024年\n\t完成数\t增幅\n"));
}

#[test]
fn the_lists_and_notes_of_a_word_made_page_are_read() {
    let item = |number: &str, text: &str| {
        format!(
            "<p class=MsoNormal style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>{number}<span \
style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;\n</span></span></span><![endif]>{text}<span lang=EN-US><o:p></o:p></span></p>"
        )
    };
    let page = format!(
        "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><!--[if gte mso 9]><xml><o:Author>甲</o:Author></xml><![endif]-->\
<body lang=ZH-CN><div class=Section1>{}<p class=MsoNormal>{BODY}<a href=\"#_ftn1\"><![if !supportFootnotes]>[1]<![endif]></a></p>{}</div>\
<div style='mso-element:footnote-list'><![if !supportFootnotes]><hr><![endif]><div style='mso-element:footnote' id=ftn1>\
<p class=MsoFootnoteText><a href=\"#_ftnref1\">[1]</a> 按可比价格计算。</p></div></div></body></html>",
        item("一、", "工作回顾"),
        item("二、", "工作安排")
    );
    let text = text(page.as_bytes()).replace('\u{A0}', "");
    assert_eq!(text, format!("一、工作回顾\n{BODY}[1]\n二、工作安排\n[1] 按可比价格计算。\n"));
}
