//! Another version of the assessment, or a pack that somebody answered, merged into it.

use alloc::boxed::Box;
use alloc::string::{String, ToString as _};
use alloc::sync::Arc;
use alloc::vec::Vec;

use annexa_core::merge::{Choice, Decided, Merged, Side, Take, Teller, Versions, merge};
use annexa_core::pack::Pack;
use annexa_core::problem::{problem, quoted};
use annexa_core::{Document, Problem, Problems};
use annexa_wasm::Engine;
use annexa_wasm_shared::{outcome, wire};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Report;

wire! {
    /// What comes of merging. `same` says that the assessment would stay as it is; `pack` is the name
    /// of the pack where one is merged.
    MergeView {
        pack: Option<String>,
        two: bool,
        same: bool,
        open: usize,
        conflicts: Vec<ConflictView>,
        notes: Vec<MergeNoteView>,
        changes: Vec<MergeChangeView>,
    }
    /// Something that a person decides: where it is, what each version has there in words, what both
    /// wrote behind one text, and what uses an entry that one of them deleted.
    ConflictView {
        path: String,
        kind: &'static str,
        thing: String,
        field: String,
        taken: &'static str,
        base: Option<String>,
        ours: Option<String>,
        theirs: Option<String>,
        suggestion: Option<String>,
        users: Vec<String>,
    }
    /// Something that is worth knowing.
    MergeNoteView { kind: &'static str, thing: String, field: String, other: String, }
    /// Something that fits.
    MergeChangeView { kind: &'static str, by: &'static str, thing: String, field: String, }
}

/// What is merged into an assessment.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Merging {
    other: Option<Other>,
    base: Option<Document>,
    may_be_unrelated: bool,
}

#[derive(Debug)]
enum Other {
    File(Box<Document>),
    Pack(Box<Pack>),
}

#[wasm_bindgen]
impl Merging {
    /// Nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Merging {
        Merging::default()
    }

    /// Takes the bytes of the other version or of a pack, and those of the version that both went
    /// out from where there is one. `two_way` allows versions that do not say that they belong
    /// together.
    #[wasm_bindgen(unchecked_return_type = "Outcome<undefined>")]
    pub fn take(
        &mut self,
        engine: &Engine,
        other: &[u8],
        base: Option<Vec<u8>>,
        two_way: bool,
    ) -> JsValue {
        outcome(self.taken(engine, other, base.as_deref(), two_way))
    }

    /// What comes of it with these choices: of each its path, the word for what is taken, and a
    /// value as JSON, or nothing.
    #[wasm_bindgen(unchecked_return_type = "Outcome<MergeView>")]
    pub fn look(
        &self,
        report: &Report,
        engine: &Engine,
        paths: Vec<String>,
        takes: Vec<String>,
        values: Vec<String>,
    ) -> JsValue {
        let decided = decided(paths, takes, values);
        outcome(self.with(engine, |versions| {
            let merged = merge(versions, &decided)?;
            Ok(self.view(&merged, &Teller::new(versions, &report.words), versions.ours))
        }))
    }

    /// Takes over what was merged, under the name of the other version, in one step.
    #[wasm_bindgen(unchecked_return_type = "Outcome<ChangedView>")]
    pub fn finish(
        &self,
        report: &Report,
        engine: &mut Engine,
        name: &str,
        paths: Vec<String>,
        takes: Vec<String>,
        values: Vec<String>,
    ) -> JsValue {
        let decided = decided(paths, takes, values);
        let merged = self.with(engine, |versions| {
            let merged = merge(versions, &decided)?;
            let missing = merged.open().map(|it| {
                problem!("E-RESOLUTION-PATH", "missing", path = quoted(&it.path)).at("choices")
            });
            let missing: Vec<Problem> = missing.collect();
            merged.document.ok_or(Problems(missing))
        });
        let done = merged.and_then(|merged| engine.core_mut().take_merged(&merged, name));
        report.changed(done)
    }
}

impl Merging {
    fn taken(
        &mut self,
        engine: &Engine,
        other: &[u8],
        base: Option<&[u8]>,
        two_way: bool,
    ) -> Result<(), Problems> {
        let read = |bytes: &[u8]| {
            Document::from_bytes(Arc::clone(engine.core().document().catalogue()), bytes)
        };
        let it = if Pack::is_pack(other) {
            Other::Pack(Box::new(Pack::from_bytes(other)?))
        } else {
            Other::File(Box::new(read(other)?))
        };
        let base = base.map(read).transpose()?;
        *self = Merging { other: Some(it), base, may_be_unrelated: two_way };
        Ok(())
    }

    /// Does something with the versions that are merged.
    fn with<T>(
        &self,
        engine: &Engine,
        use_them: impl FnOnce(Versions<'_>) -> Result<T, Problems>,
    ) -> Result<T, Problems> {
        let ours = engine.core().document();
        match &self.other {
            Some(Other::Pack(pack)) => {
                if self.base.is_some() || self.may_be_unrelated {
                    return Err(problem!("E-UNRELATED", "pack").into());
                }
                use_them(pack.sides(ours)?.versions(ours))
            }
            Some(Other::File(theirs)) => {
                let (base, may_be_unrelated) = (self.base.as_ref(), self.may_be_unrelated);
                use_them(Versions { base, ours, theirs, may_be_unrelated })
            }
            None => Err(problem!("E-NOT-OURS", "pack").into()),
        }
    }

    fn view(&self, merged: &Merged<'_>, teller: &Teller<'_>, ours: &Document) -> MergeView {
        let conflicts = merged.conflicts.iter().map(|it| {
            let place = teller.place(&it.path);
            ConflictView {
                path: it.path.clone(),
                kind: it.kind.word(),
                thing: place.thing,
                field: place.field,
                taken: it.taken.map_or("", Take::word),
                base: teller.value(it, Side::Both),
                ours: teller.value(it, Side::Ours),
                theirs: teller.value(it, Side::Theirs),
                suggestion: it.suggestion.clone(),
                users: teller.users(it),
            }
        });
        let notes = merged.notes.iter().map(|note| {
            let place = teller.place(&note.path);
            let other = note.other.as_deref().map(|other| teller.place(other).thing);
            MergeNoteView {
                kind: note.kind.word(),
                thing: place.thing,
                field: place.field,
                other: other.unwrap_or_default(),
            }
        });
        let changes = merged.changes.iter().map(|change| {
            let place = teller.place(&change.path);
            MergeChangeView {
                kind: change.kind.word(),
                by: change.by.word(),
                thing: place.thing,
                field: place.field,
            }
        });
        let pack = match &self.other {
            Some(Other::Pack(pack)) => Some(pack.name.to_string()),
            _ => None,
        };
        MergeView {
            two: pack.is_none() && self.base.is_none(),
            pack,
            same: merged.document.as_ref().is_some_and(|it| it == ours),
            open: merged.open().count(),
            conflicts: conflicts.collect(),
            notes: notes.collect(),
            changes: changes.collect(),
        }
    }
}

/// Choices as a page names them; one with a word that there is not decides nothing.
fn decided(paths: Vec<String>, takes: Vec<String>, values: Vec<String>) -> Decided {
    let choices = paths.into_iter().zip(takes).zip(values);
    let choices = choices.map(|((path, take), value)| Choice {
        path,
        take: Take::from_word(&take),
        value: Some(value).filter(|value| !value.is_empty()),
    });
    Decided { choices: choices.collect(), rest: None }
}
