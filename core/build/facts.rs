//! Reads the facts: chapters, clauses, controls, attributes, documented information.

use std::error::Error;
use std::fs;
use std::path::Path;

use serde::Deserialize;

pub(crate) struct Facts {
    pub(crate) chapters: Vec<Chapter>,
    pub(crate) clauses: Vec<Clause>,
    pub(crate) controls: Vec<Control>,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) documents: Vec<Document>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Chapter {
    pub(crate) id: String,
    pub(crate) group: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Clause {
    pub(crate) id: String,
    pub(crate) kind: ClauseKind,
    #[serde(default)]
    pub(crate) items: Vec<String>,
    #[serde(default)]
    pub(crate) documented_information: Vec<String>,
    pub(crate) amendment_2024: Option<AmendmentForce>,
}

#[derive(Deserialize, PartialEq, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ClauseKind {
    Heading,
    Requirement,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AmendmentForce {
    Requirement,
    Note,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Control {
    pub(crate) id: String,
    pub(crate) theme: String,
    #[serde(default)]
    pub(crate) new_in_2022: bool,
    pub(crate) control_type: Vec<String>,
    pub(crate) infosec_properties: Vec<String>,
    pub(crate) cybersecurity_concepts: Vec<String>,
    pub(crate) operational_capabilities: Vec<String>,
    pub(crate) security_domains: Vec<String>,
}

impl Control {
    /// The values by attribute, in the order of `attributes.toml`.
    pub(crate) fn values(&self) -> [&[String]; 5] {
        [
            &self.control_type,
            &self.infosec_properties,
            &self.cybersecurity_concepts,
            &self.operational_capabilities,
            &self.security_domains,
        ]
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Attribute {
    pub(crate) id: String,
    pub(crate) values: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Document {
    pub(crate) id: String,
    pub(crate) source: String,
    pub(crate) title: String,
    pub(crate) determined_by: String,
    pub(crate) needed_from: Option<String>,
    #[serde(default)]
    pub(crate) note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    chapter: Vec<Chapter>,
    #[serde(default)]
    clause: Vec<Clause>,
    #[serde(default)]
    control: Vec<Control>,
    #[serde(default)]
    attribute: Vec<Attribute>,
    #[serde(default)]
    document: Vec<Document>,
}

pub(crate) fn read(folder: &Path) -> Result<Facts, Box<dyn Error>> {
    let file = |name: &str| -> Result<File, Box<dyn Error>> {
        let path = folder.join(name);
        let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        Ok(toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?)
    };
    Ok(Facts {
        chapters: file("chapters.toml")?.chapter,
        clauses: file("clauses.toml")?.clause,
        controls: file("controls.toml")?.control,
        attributes: file("attributes.toml")?.attribute,
        documents: file("documents.toml")?.document,
    })
}
