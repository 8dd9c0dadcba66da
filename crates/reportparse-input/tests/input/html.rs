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
