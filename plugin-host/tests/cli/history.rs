//! `annexa snapshot`, `annexa diff`, `annexa measures`, and what they refuse.

use crate::driver::Folder;
use annexa_core::samples::SAMPLES;
use expect_test::expect;

const DAY: [&str; 2] = ["--today", "2026-11-24"];

#[test]
fn a_state_is_kept_and_taken_away() {
    let folder = Folder::new("history");
    let take = ["snapshot", "take", "a.json", "--name", "First", "--origin", "x"];
    folder.check(&["snapshot", "a.json"], expect![[""]]);
    folder.check(
        &[&take[..], &["--note", "why", "--on", "2026-11-01"], &DAY].concat(),
        expect![[""]],
    );
    folder.check(&["snapshot", "list", "a.json"], expect![[""]]);
    let before = folder.read("a.json");
    folder.check(&[&take[..], &["--on", "2026-11-25"], &DAY].concat(), expect![[""]]);
    folder.check(&[&["snapshot", "remove", "a.json", "Second"], &DAY[..]].concat(), expect![[""]]);
    folder.check(&["diff", "a.json", "--from", "Second"], expect![[""]]);
    assert_eq!(folder.read("a.json"), before);
    folder.check(&[&["diff", "a.json"], &DAY[..]].concat(), expect![[""]]);
    folder.check(&[&["snapshot", "remove", "a.json", "First"], &DAY[..]].concat(), expect![[""]]);
    folder.check(&[&["diff", "a.json"], &DAY[..]].concat(), expect![[""]]);
}

#[test]
fn a_sample_tells_a_story() {
    let folder = Folder::new("history-sample").with("s.json", SAMPLES[2].text);
    folder.check(&["snapshot", "s.json"], expect![[""]]);
    folder.check(&[&["diff", "s.json"], &DAY[..]].concat(), expect![[""]]);
    folder.check(&[&["measures", "s.json"], &DAY[..]].concat(), expect![[""]]);
    folder.check(&[&["explain", "s.json", "m08"], &DAY[..]].concat(), expect![[""]]);
    let csv =
        folder.stdout(&[&["measures", "s.json", "--trend", "--format", "csv"], &DAY[..]].concat());
    assert!(csv.starts_with("on,name,key,part,value\n"), "{csv}");
    let trend = folder.stdout(&[&["measures", "s.json", "--trend"], &DAY[..]].concat());
    assert!(trend.contains("M08"), "{trend}");
}

#[test]
fn two_files_are_compared_and_what_is_swapped_is_said() {
    let folder =
        Folder::new("history-two").with("s.json", SAMPLES[0].text).with("m.json", SAMPLES[2].text);
    let json = |files: [&str; 2]| {
        folder.stdout(&[&["diff"], &files[..], &["--format", "json"], &DAY].concat())
    };
    let (there, back) = (json(["s.json", "m.json"]), json(["m.json", "s.json"]));
    assert!(there.contains("other_lineage"), "{there}");
    let count = |text: &str, class: &str| text.matches(&format!("\"class\": \"{class}\"")).count();
    for (class, other) in
        [("better", "worse"), ("now_known", "no_longer_known"), ("added", "removed")]
    {
        assert_eq!(count(&there, class), count(&back, other), "{class}");
    }
    assert!(count(&there, "better") > 0);
    let csv = folder.stdout(&[&["diff", "s.json", "m.json", "--format", "csv"], &DAY[..]].concat());
    assert!(csv.starts_with("class,subject,id,label,title,made_from,from,to\n"), "{csv}");
}

#[test]
fn a_measure_is_chosen() {
    let folder = Folder::new("history-watch");
    let watch = ["measures", "watch", "a.json", "M07", "--owner", "Mara", "--every", "3"];
    folder.check(&[&watch[..], &DAY].concat(), expect![[""]]);
    folder.check(&[&["measures", "unwatch", "a.json", "M08"], &DAY[..]].concat(), expect![[""]]);
    folder.check(&[&["measures", "unwatch", "a.json", "M07"], &DAY[..]].concat(), expect![[""]]);
}
