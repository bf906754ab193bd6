//! The catalogue: what there is to assess, as facts. Its words are in [`Words`](crate::words::Words).

#[cfg(feature = "whole")]
mod assemble;
mod built_in;
#[cfg(feature = "whole")]
mod file;
mod group;
mod groups;
mod item;
mod limits;
#[cfg(feature = "whole")]
mod read;
mod synthetic;
#[cfg(feature = "whole")]
mod write;

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use annexa_vocabulary::crosswalk::Sources;

#[cfg(feature = "whole")]
pub(crate) use file::SHAPE;
pub use group::{Attribute, Chapter, Group, GroupKind, ScoreKey};
pub use item::{DocumentedInformation, Force, Item, Kind, Needed};

use crate::problem::{Problem, Problems, problem, quoted};

/// The items of one framework in the framework's order, with everything that follows from
/// them alone: chapters, groups, and which groups an item belongs to.
///
/// The built-in one is ISO/IEC 27001:2022 with Amendment 1:2024: 41 clause ids (11 headings
/// and 30 requirements), 120 lettered items and 93 controls. Others are read from a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Catalogue {
    id: Box<str>,
    attributes: Vec<Attribute>,
    chapters: Vec<Chapter>,
    items: Vec<Item>,
    groups: Vec<Group>,
    documents: Vec<DocumentedInformation>,
    /// For each item, the places of its groups.
    memberships: Vec<Box<[u16]>>,
    /// Places of items, sorted by id, each with how its id begins.
    by_id: Vec<(Beginning, u16)>,
    /// Whether it has the id of the built-in one and other facts, so that words of that one are not
    /// about it.
    is_other: bool,
}

/// The first bytes of an id as one number, in the order of ids: nearly always the whole id, so that
/// one is found with hardly a comparison of texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Beginning(u64);

impl Beginning {
    fn of(id: &str) -> Beginning {
        let mut bytes = [0; 8];
        bytes.iter_mut().zip(id.bytes()).for_each(|(slot, byte)| *slot = byte);
        Beginning(u64::from_be_bytes(bytes))
    }
}

impl Catalogue {
    /// ISO/IEC 27001:2022 with Amendment 1:2024, and the attributes of ISO/IEC 27002:2022.
    /// It is made anew with each call; share the `Arc`.
    pub fn iso27001_2022() -> Arc<Catalogue> {
        Arc::new(built_in::catalogue())
    }

    /// Reads a catalogue from the JSON that `docs/catalogue-format.md` describes.
    ///
    /// # Errors
    ///
    /// Every problem of the file with its code, field path and fix.
    #[cfg(feature = "whole")]
    pub fn from_bytes(bytes: &[u8]) -> Result<Arc<Catalogue>, Problems> {
        let mut catalogue = read::catalogue(bytes)?;
        let carried = Catalogue::iso27001_2022();
        catalogue.is_other = catalogue.id == carried.id && catalogue != *carried;
        Ok(Arc::new(catalogue))
    }

    /// A catalogue of `questions` controls without meaning, to measure how cost grows.
    /// At most 10 000.
    pub fn synthetic(questions: usize) -> Arc<Catalogue> {
        let most = questions.min(limits::ITEMS_MAX);
        Arc::new(synthetic::catalogue(u16::try_from(most).unwrap_or(u16::MAX)))
    }

    /// The framework's id, which documents name: `iso27001-2022`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Every item: headings, requirements, lettered items, controls.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The items that carry a question at the standard depth, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.is_assessed())
    }

    /// The chapters in order.
    pub fn chapters(&self) -> &[Chapter] {
        &self.chapters
    }

    /// The attributes in order, those without scores included.
    pub fn attributes(&self) -> &[Attribute] {
        &self.attributes
    }

    /// Whether it has the id of the built-in one and other facts.
    pub(crate) fn is_other(&self) -> bool {
        self.is_other
    }

    /// The groups that have a score, in a fixed order.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The group of a score.
    pub fn group(&self, key: ScoreKey) -> Option<&Group> {
        self.groups.get(key.index())
    }

    /// The key of the group with this id.
    ///
    /// # Errors
    ///
    /// `E-SCORE-KEY` where the catalogue has no such group.
    pub fn score_key(&self, id: &str) -> Result<ScoreKey, Problem> {
        let found = self.groups.iter().zip(0..).find(|(group, _)| &*group.id == id);
        found.map(|(_, place)| ScoreKey(place)).ok_or_else(|| self.no_score(id))
    }

    /// Documented information that the framework asks for or lets the organization determine.
    pub fn documents(&self) -> &[DocumentedInformation] {
        &self.documents
    }

    /// What an item with its parts asks for, or a part alone.
    pub fn documents_of(&self, index: usize) -> impl Iterator<Item = &DocumentedInformation> {
        self.documents.iter().filter(move |it| it.question() == index || it.source() == index)
    }

    /// The values of one attribute of an item, by the attribute's place.
    pub fn values(&self, item: &Item, attribute: usize) -> impl Iterator<Item = &str> {
        let of = self.attributes.get(attribute);
        let pairs = item.values.iter().filter(move |(place, _)| usize::from(*place) == attribute);
        pairs.filter_map(move |(_, value)| of?.values.get(usize::from(*value)).map(|it| &**it))
    }

    /// The values of the attribute with this id; none where there is no such attribute.
    pub fn values_of(&self, item: &Item, attribute: &str) -> impl Iterator<Item = &str> {
        let place = self.attributes.iter().position(|it| &*it.id == attribute);
        self.values(item, place.unwrap_or(usize::MAX))
    }

    /// Finds an item by id.
    pub fn find(&self, id: &str) -> Option<&Item> {
        self.index_of(id).and_then(|index| self.items.get(index))
    }

    /// The id of the item at a place of [`Catalogue::items`], for places that come from this
    /// catalogue: those of its items, parents, documents and groups.
    ///
    /// # Panics
    ///
    /// For a place that this catalogue does not have; a wrong id would be worse.
    #[expect(clippy::indexing_slicing, reason = "a place of this catalogue has an item")]
    pub fn id_at(&self, place: usize) -> &str {
        self.items[place].id()
    }

    /// The id of the group of a score, for keys that come from this catalogue.
    ///
    /// # Panics
    ///
    /// As [`Catalogue::id_at`].
    #[expect(clippy::indexing_slicing, reason = "a key of this catalogue has a group")]
    pub fn score_id(&self, key: ScoreKey) -> &str {
        self.groups[key.index()].id()
    }

    /// The place of an item in [`Catalogue::items`].
    pub fn index_of(&self, id: &str) -> Option<usize> {
        let beginning = Beginning::of(id);
        let name = |index: u16| self.items.get(usize::from(index)).map(Item::id);
        let found = self.by_id.binary_search_by(|(known, index)| {
            known.cmp(&beginning).then_with(|| name(*index).cmp(&Some(id)))
        });
        self.by_id.get(found.ok()?).map(|(_, index)| usize::from(*index))
    }

    /// The places of the groups that an item belongs to.
    pub(crate) fn memberships(&self, item: usize) -> &[u16] {
        self.memberships.get(item).map(|places| &**places).unwrap_or_default()
    }

    fn no_score(&self, id: &str) -> Problem {
        let mut choices: Vec<String> = Vec::new();
        let mut last = None;
        for group in &self.groups {
            let like = match group.kind {
                GroupKind::All => None,
                GroupKind::Chapter(_) => Some((group.of, usize::MAX)),
                GroupKind::Value { attribute, .. } => Some((group.of, attribute)),
            };
            if like.is_none() || like != last {
                choices.push(format!("`{}`", group.id));
            }
            last = like;
        }
        choices.truncate(5);
        let catalogue = &*self.id;
        problem!(
            "E-SCORE-KEY",
            "unknown",
            id = quoted(id),
            catalogue = catalogue,
            choices = choices
        )
    }
}

/// What a crosswalk maps from.
impl Sources for Catalogue {
    fn framework(&self) -> &str {
        self.id()
    }

    fn place_of(&self, id: &str) -> Option<usize> {
        let index = self.index_of(id)?;
        self.items.get(index).filter(|item| item.is_assessed()).map(|_| index)
    }
}

#[cfg(test)]
mod tests;
