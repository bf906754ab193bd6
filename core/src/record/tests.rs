//! One declaration, many uses: whatever a record holds, all of them agree about it.

use super::{
    Kind, Place, Record, Top, check, read_record, schema, settle_ids, settle_lines,
    size_bound_bytes, types,
};
use crate::assessment::{About, Answer, Context, Nonconformity, Paper, ScopeParts, SoaApproval};
use crate::assessment::{Action, Criteria, Obligation, Risk};
use crate::id::Id;
use crate::json::{FileKind, Limits, Reader, Writer};
use crate::{Problem, Problems};

const LIMITS: Limits = Limits {
    what: FileKind::Assessment,
    size_max_bytes: 64 << 20,
    depth_max: 32,
    values_max: 1_000_000,
};

/// A small generator in the place of randomness, so that a failure repeats.
struct Dice(u32);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % limit
    }

    /// Text of some length, now and then a byte too long or with a character that is refused.
    fn text(&mut self, max_bytes: usize) -> String {
        let pieces = ["a", "\"", "\\", "\n", "\t", "ä", "中", "😀", "\u{2028}", "</script>", " "];
        let mut text = String::new();
        for _ in 0..self.below(12) {
            text.push_str(pieces[self.below(pieces.len())]);
        }
        match self.below(60) {
            0 => "\"".repeat(max_bytes),
            1 => "x".repeat(max_bytes + 1),
            2 => text + "\u{7}",
            3 => text + "\u{85}",
            4 => text + "\u{7f}",
            _ => text,
        }
    }
}

/// Fills a record's fields, some of them beyond what they may hold.
fn fill(dice: &mut Dice, record: &mut dyn Record) {
    for (place, field) in record.shape().fields.iter().enumerate() {
        if dice.below(3) == 0 && !field.is_required {
            continue;
        }
        match (record.place(place), &field.kind) {
            (Place::Text(text), Kind::Text(max_bytes)) => *text = dice.text(*max_bytes),
            (Place::Id(place), _) => *place = id(dice),
            (Place::OptionalId(id), _) => {
                *id = Some(format!("e-{}", dice.below(100_000)).parse().unwrap());
            }
            (Place::Date(date), _) => {
                let days = ["2028-02-29", "2028-03-01", "2027-01-31"];
                *date = Some(days[dice.below(days.len())].parse().unwrap());
            }
            (Place::Small(number), Kind::Int(min, max)) => *number = small(dice, *min, *max),
            (Place::OptionalSmall(number), Kind::Int(min, max)) => {
                *number = Some(small(dice, *min, *max));
            }
            (Place::OptionalNumber(number), Kind::Int(min, max)) => {
                let numbers = [*min, *max, *max + 1, *min + 3, *max - 1, *max - 2];
                *number = u32::try_from(numbers[dice.below(numbers.len())]).ok();
            }
            (Place::Flag(flag), _) => *flag = dice.below(2) == 0,
            (Place::Ids(ids), Kind::Ids(len_max)) => {
                let len = len(dice, *len_max);
                ids.extend((0..len).map(|_| id(dice)));
                settle_ids(ids);
            }
            (Place::Lines(lines), Kind::Lines(len_max, max_bytes)) => {
                let len = len(dice, *len_max);
                lines.extend((0..len).map(|_| dice.text(*max_bytes)));
                settle_lines(lines);
            }
            (Place::Table(rows), Kind::Table(rows_max, cells_max)) => {
                for _ in 0..len(dice, *rows_max) {
                    let len = len(dice, *cells_max);
                    rows.push((0..len).map(|_| id(dice)).collect());
                }
            }
            (Place::Word(word), Kind::Word(words)) => {
                assert!(word.set_word(words.words[dice.below(words.words.len())]));
            }
            (Place::Record(inner), _) => fill(dice, inner),
            (Place::Optional(inner), _) => fill(dice, inner.fill()),
            (Place::List(list), Kind::List(_, len_max, _)) => {
                for _ in 0..len(dice, *len_max) {
                    fill(dice, list.grow());
                }
                list.settle();
            }
            _ => panic!("the test does not know how to fill `{}`", field.name),
        }
    }
}

fn id(dice: &mut Dice) -> Id {
    format!("X.{}", dice.below(100_000)).parse().unwrap()
}

/// How many entries a list gets, now and then one beyond what it may have. Long lists would only
/// take time.
fn len(dice: &mut Dice, len_max: usize) -> usize {
    if len_max <= 100 && dice.below(40) == 0 { len_max + dice.below(2) } else { dice.below(5) }
}

/// A number in range, now and then one beyond it.
fn small(dice: &mut Dice, min: i64, max: i64) -> u8 {
    let span = usize::try_from(max - min + 1).unwrap();
    let extra = usize::from(dice.below(20) == 0);
    u8::try_from(min).unwrap() + u8::try_from(dice.below(span) + extra * span).unwrap_or(u8::MAX)
}

/// What is said of a record by the check of an edit, and by the reader of what was written.
fn agree<R: Record + PartialEq + std::fmt::Debug>(dice: &mut Dice) -> bool {
    let mut record = R::blank();
    fill(dice, &mut record);
    let mut writer = Writer::default();
    writer.object(|w| super::write_members(w, &record));
    let bytes = writer.finish();
    assert!(bytes.len() <= size_bound_bytes(&record, 0), "{record:?}");
    let read = Reader::whole(&bytes, LIMITS, |reader| {
        let mut read = R::blank();
        read_record(reader, &mut read)?;
        Ok(read)
    });
    let name = |problem: &Problem| format!("{} at {}", problem.code, problem.place);
    let edited: Vec<String> = check(&record).iter().map(name).collect();
    match read {
        Ok(read) => {
            assert_eq!(read, record);
            assert_eq!(edited, Vec::<String>::new());
            true
        }
        Err(Problems(problems)) => {
            assert_eq!(edited, problems.iter().map(name).collect::<Vec<_>>());
            false
        }
    }
}

#[test]
fn what_an_edit_may_hold_is_what_can_be_read() {
    let mut dice = Dice(3);
    let answers = (0..1_500).filter(|_| agree::<Answer>(&mut dice)).count();
    let abouts = (0..500).filter(|_| agree::<About>(&mut dice)).count();
    let mut read = [0; 5];
    let mut risks = [0; 4];
    for _ in 0..200 {
        read[0] += usize::from(agree::<Nonconformity>(&mut dice));
        read[1] += usize::from(agree::<Paper>(&mut dice));
        read[2] += usize::from(agree::<Context>(&mut dice));
        read[3] += usize::from(agree::<ScopeParts>(&mut dice));
        read[4] += usize::from(agree::<SoaApproval>(&mut dice));
    }
    for _ in 0..300 {
        risks[0] += usize::from(agree::<Risk>(&mut dice));
        risks[1] += usize::from(agree::<Action>(&mut dice));
        risks[2] += usize::from(agree::<Obligation>(&mut dice));
        risks[3] += usize::from(agree::<Criteria>(&mut dice));
    }
    assert!(risks.iter().all(|read| (8..295).contains(read)), "{risks:?} of 300");
    assert!(read.iter().all(|read| (40..195).contains(read)), "{read:?} of 200");
    // Both outcomes were tried often enough to mean something.
    assert!((300..1_300).contains(&answers), "{answers} of 1500");
    assert!((100..490).contains(&abouts), "{abouts} of 500");
}

#[test]
fn every_field_is_in_the_schema_and_in_the_types() {
    let top = Top { format: None, around: None, own: &Answer::SHAPE };
    let schema = String::from_utf8(schema(&top, "x")).unwrap();
    let types = types(&[&Answer::SHAPE, &About::SHAPE]);
    for field in Answer::SHAPE.fields {
        assert!(schema.contains(&format!("\"{}\": {{", field.name)), "{}", field.name);
        assert!(types.contains(&format!("\n  {}", field.name)), "{}", field.name);
        assert!(!field.meaning.is_empty(), "{}", field.name);
    }
}
