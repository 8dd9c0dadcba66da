//! Draws sketches at random.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::words::{ANNEXES, ANNOUNCEMENTS, FACTS, NOUNS, OBJECTS, STATES, SUBJECTS, VERBS};
use super::{Annex, Block, Front, Inline, Itemised, Items, Layout, Listing, Numbering, Paragraph, Section, Sketch};

/// How many levels of headings a sketch has at most.
const DEPTH: usize = 3;

/// A report.
pub fn sketch() -> impl Strategy<Value = Sketch> {
    let annexes = option::weighted(0.3, subsequence(ANNEXES, 2..=3).prop_flat_map(annexes));
    (option::of(front()), vec(section(DEPTH), 2..=3), annexes, numbering(), layout()).prop_map(
        |(front, sections, annexes, numbering, layout)| Sketch {
            front,
            sections,
            annexes: annexes.unwrap_or_default(),
            numbering,
            layout,
        },
    )
}

/// The report that is drawn from `seed`.
pub fn drawn(seed: [u8; 16]) -> Option<Sketch> {
    let choices = TestRng::from_seed(RngAlgorithm::XorShift, &seed);
    let mut runner = TestRunner::new_with_rng(Config::default(), choices);
    sketch().new_tree(&mut runner).ok().map(|tree| tree.current())
}

/// A report that lost its line breaks: only the indents of its paragraphs are left.
pub fn one_line() -> impl Strategy<Value = Sketch> {
    sketch().prop_map(|mut sketch| {
        // The lines of a portal and of a title block cannot be told apart without breaks.
        sketch.front = None;
        sketch.annexes.clear();
        sketch.layout = Layout { newline: "", indent: "　　", ..sketch.layout };
        sketch
    })
}

fn front() -> impl Strategy<Value = Front> {
    any::<(bool, bool, bool, bool)>().prop_map(|(spaced_title, portal, subtitle, byline)| Front {
        spaced_title,
        portal,
        subtitle,
        byline,
    })
}

fn numbering() -> impl Strategy<Value = Numbering> {
    prop_oneof![3 => Just(Numbering::Standard), 1 => Just(Numbering::WithoutSecond), 1 => Just(Numbering::Parts)]
}

fn layout() -> impl Strategy<Value = Layout> {
    (select(&["\n", "\r\n"][..]), select(&["", "　　", "\u{a0}\u{a0}"][..]), any::<bool>(), any::<bool>())
        .prop_map(|(newline, indent, blank_lines, half_width)| Layout { newline, indent, blank_lines, half_width })
}

fn annexes(subjects: Vec<&'static str>) -> impl Strategy<Value = Vec<Annex>> {
    // An annex opens with a paragraph of some length; a short line below a title might be its second line.
    let opening = vec(fact(), 2..=3).prop_map(|facts| Block::Paragraph(Paragraph::Plain(facts)));
    let blocks = (opening, vec(block(), 0..=2)).prop_map(|(opening, blocks)| [vec![opening], blocks].concat());
    vec(blocks, subjects.len()).prop_map(move |blocks| {
        let annex = |(subject, blocks): (&&str, _)| Annex { subject: (*subject).to_owned(), blocks };
        subjects.iter().zip(blocks).map(annex).collect()
    })
}

/// A section with at most `depth` levels, its own included.
fn section(depth: usize) -> BoxedStrategy<Section> {
    let sections = if depth > 1 { vec(section(depth - 1), 0..=3).boxed() } else { Just(Vec::new()).boxed() };
    // A first-level heading stands on a line of its own, as in nearly every report.
    let run_in = if depth == DEPTH { Just(None).boxed() } else { option::weighted(0.6, opening()).boxed() };
    (title(), run_in, vec(block(), 0..=2), fact(), sections)
        .prop_map(|(title, opening, mut blocks, fact, mut sections)| {
            if sections.len() == 1 {
                sections.clear();
            }
            if opening.is_none() && blocks.is_empty() && sections.is_empty() {
                blocks.push(Block::Paragraph(Paragraph::Plain(vec![fact])));
            }
            Section { title, opening, blocks, sections }
        })
        .boxed()
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        3 => opening().prop_map(Block::Paragraph),
        2 => (state(), facts()).prop_map(|(lead, facts)| Block::Paragraph(Paragraph::Led(lead, facts))),
        1 => items().prop_map(Block::Items),
    ]
}

/// A paragraph that may follow a run-in heading.
fn opening() -> impl Strategy<Value = Paragraph> {
    prop_oneof![2 => facts().prop_map(Paragraph::Plain), 1 => listing().prop_map(Paragraph::Listing)]
}

fn listing() -> impl Strategy<Value = Listing> {
    let styles = [
        Inline::IsSentences,
        Inline::IsClauses,
        Inline::OrdinalSentences,
        Inline::MustClauses,
        Inline::CircledClauses,
        Inline::BracketedClauses,
    ];
    let item = (action(), fact());
    (select(styles.to_vec()), select(NOUNS), vec(item, 2..=5)).prop_map(|(style, noun, items)| Listing {
        style,
        noun: noun.to_owned(),
        items,
    })
}

fn items() -> impl Strategy<Value = Items> {
    let styles = vec![Itemised::Is, Itemised::Ordinal, Itemised::Dash, Itemised::Counted];
    let item = (action(), facts(), option::weighted(0.3, listing()));
    (select(styles), select(ANNOUNCEMENTS), vec(item, 2..=4)).prop_map(|(style, announcement, items)| Items {
        style,
        announcement: announcement.to_owned(),
        items,
    })
}

fn facts() -> impl Strategy<Value = Vec<String>> {
    vec(fact(), 1..=3)
}

fn fact() -> impl Strategy<Value = String> {
    select(FACTS).prop_map(str::to_owned)
}

/// One clause, or two.
fn title() -> impl Strategy<Value = String> {
    (action(), option::weighted(0.4, state()))
        .prop_map(|(action, state)| state.map_or(action.clone(), |state| format!("{action}，{state}")))
}

/// A phrase of something to do: 加快工业转型.
fn action() -> impl Strategy<Value = String> {
    (select(VERBS), select(OBJECTS)).prop_map(|(verb, object)| format!("{verb}{object}"))
}

/// A phrase of how something stands: 工业经济稳步提升.
fn state() -> impl Strategy<Value = String> {
    (select(SUBJECTS), select(STATES)).prop_map(|(subject, state)| format!("{subject}{state}"))
}
