//! Files of another kind, named for the person who chose the wrong one.

use super::words::FileKind;

/// Beginnings of files that people choose by mistake.
const MAGIC: [(&[u8], FileKind); 13] = [
    (b"PK\x03\x04", FileKind::Zip),
    (b"\xd0\xcf\x11\xe0", FileKind::Office),
    (b"%PDF", FileKind::Pdf),
    (b"{\\rtf", FileKind::Rtf),
    (b"<", FileKind::Markup),
    (b"\0asm", FileKind::Wasm),
    (b"\x1f\x8b", FileKind::Compressed),
    (b"\x89PNG", FileKind::Picture),
    (b"\xff\xd8\xff", FileKind::Picture),
    (b"GIF8", FileKind::Picture),
    (b"SQLite format 3", FileKind::Database),
    (b"\xff\xfe", FileKind::Utf16),
    (b"\xfe\xff", FileKind::Utf16),
];

/// What the bytes are, where their beginning says that they are no JSON.
pub(super) fn by_beginning(bytes: &[u8]) -> Option<FileKind> {
    MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind)
}

/// What bytes are that could not be read as JSON, where that can be said: text, unless it begins
/// like an object or a list, or is a single word.
pub(super) fn of_unreadable(bytes: &[u8]) -> Option<FileKind> {
    let text = bytes.trim_ascii();
    let is_one_word =
        || !text.iter().any(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b',' | b';'));
    let is_text = || !text.iter().take(1_000).any(|byte| matches!(byte, 0..=8 | 14..=31));
    match text.first() {
        Some(b'{' | b'[') | None => None,
        Some(_) if !is_text() => Some(FileKind::Binary),
        Some(_) if is_one_word() => None,
        Some(_) => Some(FileKind::PlainText),
    }
}
