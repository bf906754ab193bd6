//! The pictures of the journey: each that a page names exists, none stands there unnamed, none is
//! large, and no package carries them.

use std::collections::BTreeSet;

use super::{none, root, text};

const FOLDER: &str = "docs/journey";
/// The pages that show them, with the way to the folder from each.
const PAGES: [(&str, &str); 2] = [("README.md", "docs/journey/"), ("docs/journey.md", "journey/")];
/// A picture has fewer bytes.
const BYTES_MAX: u64 = 60_000;
const COUNT: std::ops::RangeInclusive<usize> = 8..=10;

/// The files that the pictures of a page name, seen from the folder.
fn named(page: &str, way: &str) -> BTreeSet<String> {
    let pictures = page.split("![").skip(1).filter_map(|rest| rest.split_once("]("));
    let targets = pictures.filter_map(|(_, rest)| rest.split_once(')'));
    targets.map(|(target, _)| target.strip_prefix(way).unwrap_or(target).to_owned()).collect()
}

#[test]
fn every_picture_is_named_and_small() {
    let files = std::fs::read_dir(root().join(FOLDER)).unwrap().map(Result::unwrap);
    let mut problems = Vec::new();
    let mut there = BTreeSet::new();
    for file in files {
        let name = file.file_name().into_string().unwrap();
        let size_bytes = file.metadata().unwrap().len();
        if size_bytes >= BYTES_MAX {
            problems.push(format!("{name} has {size_bytes} bytes, not below {BYTES_MAX}"));
        }
        there.insert(name);
    }
    if !COUNT.contains(&there.len()) {
        problems.push(format!("{} pictures, not {COUNT:?}", there.len()));
    }
    let mut seen = BTreeSet::new();
    for (page, way) in PAGES {
        for name in named(&text(page), way) {
            if !there.contains(&name) {
                problems.push(format!("{page} shows {name}, which is not in {FOLDER}"));
            }
            seen.insert(name);
        }
    }
    problems.extend(there.difference(&seen).map(|name| format!("no page shows {name}")));
    none(problems);
}

#[test]
fn a_picture_is_known_by_how_a_page_shows_it() {
    let page = "![One](docs/journey/01.webp) and [a way](docs/x.md) ![Two](docs/journey/02.webp)";
    let names: Vec<String> = named(page, "docs/journey/").into_iter().collect();
    assert_eq!(names, ["01.webp", "02.webp"]);
}
