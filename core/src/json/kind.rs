//! Files of another kind, named for the person who chose the wrong one.

/// Beginnings of files that people choose by mistake.
const MAGIC: [(&[u8], &str); 13] = [
    (b"PK\x03\x04", "a ZIP archive or an Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"%PDF", "a PDF file"),
    (b"{\\rtf", "an RTF document"),
    (b"<", "an HTML or XML file"),
    (b"\0asm", "a WebAssembly module"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"\xff\xfe", "UTF-16 text"),
    (b"\xfe\xff", "UTF-16 text"),
];

/// What the bytes are, where their beginning says that they are no JSON.
pub(super) fn by_beginning(bytes: &[u8]) -> Option<&'static str> {
    MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind)
}

/// What bytes are that could not be read as JSON, where that can be said: text, unless it begins
/// like an object or a list, or is a single word.
pub(super) fn of_unreadable(bytes: &[u8]) -> Option<&'static str> {
    let text = bytes.trim_ascii();
    let is_one_word =
        || !text.iter().any(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b',' | b';'));
    let is_text = || !text.iter().take(1_000).any(|byte| matches!(byte, 0..=8 | 14..=31));
    match text.first() {
        Some(b'{' | b'[') | None => None,
        Some(_) if !is_text() => Some("no text at all"),
        Some(_) if is_one_word() => None,
        Some(_) => Some("plain text or a table, such as a CSV file"),
    }
}
