//! What the server says to a request: a function from the request and the folder to the answer.

use std::hash::{DefaultHasher, Hasher};
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use tiny_http::Method;

use super::START;
use super::headers::Headers;

/// Below this size a compressed file is hardly smaller.
const COMPRESSED_MIN_BYTES: usize = 1_000;

/// What matters of a request.
pub(super) struct Asked<'a> {
    pub(super) method: &'a Method,
    /// The path without its query.
    pub(super) path: &'a str,
    /// `Accept-Encoding`, or empty.
    pub(super) encodings: &'a str,
    /// `If-None-Match`, or empty.
    pub(super) known: &'a str,
}

/// Status, headers and body.
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

/// The answer; whatever it is, it carries the site's policy.
pub(super) fn reply(folder: &Path, headers: &Headers, asked: &Asked<'_>) -> Reply {
    let mut reply = bare(folder, headers, asked);
    let shared = headers.of(asked.path).iter();
    reply.headers.extend(shared.map(|(name, value)| (name.clone(), value.clone())));
    reply
}

fn bare(folder: &Path, headers: &Headers, asked: &Asked<'_>) -> Reply {
    if !matches!(asked.method, Method::Get | Method::Head) {
        return Reply::new(405, &[("Allow", "GET, HEAD")], Vec::new());
    }
    if asked.path == "/" {
        return Reply::new(302, &[("Location", START)], Vec::new());
    }
    let Some((file, bytes)) = locate(folder, asked.path).and_then(read) else {
        let plain = [("Content-Type", "text/plain; charset=utf-8")];
        return Reply::new(404, &plain, b"not found\n".to_vec());
    };
    let is_compressed = bytes.len() >= COMPRESSED_MIN_BYTES && accepts_gzip(asked.encodings);
    let tag = tag(&bytes, is_compressed);
    let mut own = vec![("ETag", tag.as_str()), ("Vary", "Accept-Encoding")];
    if knows(asked.known, &tag) {
        return Reply::new(304, &own, Vec::new());
    }
    own.push(("Content-Type", headers.type_of(&file)));
    if is_compressed && let Ok(smaller) = gzip(&bytes) {
        own.push(("Content-Encoding", "gzip"));
        return Reply::new(200, &own, smaller);
    }
    Reply::new(200, &own, bytes)
}

impl Reply {
    fn new(status: u16, headers: &[(&str, &str)], body: Vec<u8>) -> Reply {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Reply { status, headers: headers.iter().map(owned).collect(), body }
    }
}

/// Names the content in its encoding. It need not withstand an attack: who could change the files
/// could change the page.
fn tag(bytes: &[u8], is_compressed: bool) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    let encoding = if is_compressed { "-gzip" } else { "" };
    format!("\"{:016x}{encoding}\"", hasher.finish())
}

/// Whether the browser has this content already.
fn knows(known: &str, tag: &str) -> bool {
    let mut known = known.split(',').map(|one| one.trim().trim_start_matches("W/"));
    known.any(|one| one == tag || one == "*")
}

/// Whether gzip is among the encodings, and not with a weight of nothing.
fn accepts_gzip(encodings: &str) -> bool {
    encodings.split(',').any(|encoding| {
        let (name, weight) = encoding.split_once(';').unwrap_or((encoding, ""));
        let weight = weight.trim().trim_start_matches("q=");
        name.trim().eq_ignore_ascii_case("gzip") && weight.parse::<f32>() != Ok(0.0)
    })
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn read(file: PathBuf) -> Option<(PathBuf, Vec<u8>)> {
    let bytes = std::fs::read(&file).ok()?;
    Some((file, bytes))
}

/// The file of a path. Only plain names are known here: no escapes, no hidden files, no way up.
pub(super) fn locate(folder: &Path, path: &str) -> Option<PathBuf> {
    let mut file = folder.to_owned();
    let (names, is_folder) = match path.strip_prefix('/')?.strip_suffix('/') {
        Some(names) => (names, true),
        None => (path.strip_prefix('/')?, false),
    };
    for name in names.split('/') {
        if name.is_empty() || name.starts_with('.') || !name.bytes().all(is_plain) {
            return None;
        }
        file.push(name);
    }
    if is_folder {
        file.push("index.html");
    }
    let file = file.canonicalize().ok()?;
    (file.starts_with(folder) && file.is_file()).then_some(file)
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-')
}
