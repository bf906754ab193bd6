//! No sentence stands in code: what a person reads comes from the files of a language.
//!
//! A sentence is three words in a row, of small letters but for the first one, inside quotes or
//! between tags. Names of classes and keys have no such rows.

mod rust;

use super::{Source, none, sources};

/// Files whose sentences nobody reads on a page, or that have no words, each with the reason.
const ALLOWED: [(&str, &str); 5] = [
    ("www/src/plugin/writer.ts", "a defect of the page, for whoever develops"),
    ("www/src/platform/", "a defect of the build, for whoever develops"),
    ("www/src/views/ui.ts", "a defect of the page, for whoever develops"),
    ("www/src/draft/time.ts", "the cause of a problem, which the page's own words surround"),
    ("www/src/mount.ts", "a selector of elements"),
];

/// What stands in code and in no sentence.
const CODE: [&str; 7] = ["readonly ", " = ", "=>", "return ", " : ", "&&", "||"];

fn sentences(source: &Source) -> Vec<String> {
    let found = literals(&source.text).into_iter().filter(|text| is_sentence(text));
    found.map(|text| format!("{}: {text}", source.path)).collect()
}

/// Texts in quotes and between tags, comments left out.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(start) = rest.find(['"', '`', '>', '/']) {
        let (opening, after) = (
            rest.get(start..).and_then(|it| it.chars().next()),
            rest.get(start + 1..).unwrap_or_default(),
        );
        let (end, is_comment) = match opening {
            Some('/') if after.starts_with('*') => (after.find("*/").map(|end| end + 1), true),
            Some('/') if after.starts_with('/') => (after.find('\n'), true),
            Some('"') => (after.find(['"', '\n']), false),
            Some('`') => (after.find('`'), false),
            Some('>') => (after.find(['<', '{', '}', ';', '(']), false),
            _ => (Some(0), true),
        };
        let end = end.unwrap_or(after.len());
        // A template within a template turns inside and outside around: that is code then.
        let text = after.get(..end).unwrap_or_default();
        // So is what follows an arrow or a comparison: members have a point before their name.
        let has_member = text.split('.').skip(1).any(|it| it.starts_with(char::is_lowercase));
        let is_code =
            CODE.iter().any(|mark| text.contains(mark)) || (opening == Some('>') && has_member);
        if !is_comment && !is_code {
            found.push(text.to_owned());
        }
        // What ends a text between tags may begin the next literal.
        let skip = usize::from(matches!(opening, Some('"' | '`')));
        rest = after.get(end + skip..).unwrap_or_default();
    }
    found
}

pub(super) fn is_sentence(text: &str) -> bool {
    let mut row = 0;
    for word in text.split(' ') {
        let bare = word.trim_end_matches([',', ';', ':', '.', '!', '?', '…']);
        let mut letters = bare.chars();
        let first = letters.next().is_some_and(|letter| letter.is_ascii_alphabetic());
        let small = bare.len() > 1 && letters.all(|it| it.is_ascii_lowercase() || it == '\'');
        row = if first && small && (row == 0 || bare.starts_with(char::is_lowercase)) {
            row + 1
        } else {
            0
        };
        if row == 3 {
            return true;
        }
    }
    false
}

#[test]
fn no_sentence_stands_in_the_code_of_the_page() {
    let sources = sources();
    let page = |source: &&Source| {
        source.path.starts_with("www/src/")
            && (source.path.ends_with(".ts") || source.path.ends_with(".tsx"))
    };
    let files: Vec<&Source> = sources.iter().filter(page).collect();
    assert!(files.len() > 40, "{} files", files.len());
    let is_allowed =
        |source: &Source| ALLOWED.iter().any(|(path, _)| source.path.starts_with(path));
    none(
        files
            .iter()
            .filter(|source| !is_allowed(source))
            .flat_map(|source| sentences(source))
            .collect(),
    );
    for (path, reason) in ALLOWED {
        let used = files
            .iter()
            .any(|source| source.path.starts_with(path) && !sentences(source).is_empty());
        assert!(used, "{path} needs no place in the list: {reason}");
    }
}

#[test]
fn each_sentence_is_found() {
    for code in [
        "x(\"your answers are kept\")",
        "`Open {file} in place of these`",
        "<p>Nothing is lost here</p>",
    ] {
        assert!(literals(code).iter().any(|text| is_sentence(text)), "{code}");
    }
    for code in [
        "class=\"primary quiet\"",
        "// a comment of words\n",
        "/* words in a comment */",
        "t(\"page.save\")",
    ] {
        assert!(!literals(code).iter().any(|text| is_sentence(text)), "{code}");
    }
}
