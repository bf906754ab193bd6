//! JSON in the engine's layout: two spaces, members in the order in which they are given.

use crate::failure::Failure;
use annexa_core::Problem;
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::value::RawValue;

/// A JSON value.
pub(crate) enum Json {
    Null,
    Int(i64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(&'static str, Json)>),
    /// JSON that is written already; it stands in the text as it is, byte for byte, so that
    /// whoever looks for these bytes finds them.
    Written(Vec<u8>),
}

impl Json {
    /// A text.
    pub(crate) fn text(text: impl Into<String>) -> Json {
        Json::Text(text.into())
    }

    /// A whole number; larger ones than JSON readers hold exactly do not occur here.
    pub(crate) fn int(number: impl TryInto<i64>) -> Json {
        Json::Int(number.try_into().unwrap_or(i64::MAX))
    }

    /// A whole number or null.
    pub(crate) fn optional_int(number: Option<impl TryInto<i64>>) -> Json {
        number.map_or(Json::Null, Json::int)
    }

    /// A list of texts.
    pub(crate) fn texts<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Json {
        texts.into_iter().map(Json::text).collect()
    }

    /// The bytes, with a line feed at their end.
    pub(crate) fn to_bytes(&self) -> Result<Vec<u8>, Failure> {
        let mut bytes = serde_json::to_vec_pretty(self).map_err(|cause| {
            let message = format!("cannot be written as JSON: {cause}");
            let fix = "report this as a defect of the program";
            Failure::bad("standard output", Problem::new("E-WRITE", "", message, fix))
        })?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null => serializer.serialize_unit(),
            Json::Int(value) => serializer.serialize_i64(*value),
            Json::Text(text) => serializer.serialize_str(text),
            Json::List(entries) => serializer.collect_seq(entries),
            Json::Object(members) => {
                serializer.collect_map(members.iter().map(|(key, value)| (key, value)))
            }
            Json::Written(bytes) => {
                let text = String::from_utf8_lossy(bytes).trim().to_owned();
                RawValue::from_string(text).map_err(S::Error::custom)?.serialize(serializer)
            }
        }
    }
}

impl FromIterator<Json> for Json {
    fn from_iter<I: IntoIterator<Item = Json>>(entries: I) -> Json {
        Json::List(entries.into_iter().collect())
    }
}

#[cfg(test)]
mod tests;
