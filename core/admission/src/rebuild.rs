//! Writes an admitted core module anew.

/// The header of a binary core module.
const HEADER: &[u8] = b"\0asm\x01\0\0\0";

/// An export of the module that is written.
pub(super) struct Export {
    pub(super) name: String,
    /// The kind as the format encodes it: 0 for a function, 2 for a memory.
    pub(super) kind: u8,
    pub(super) index: u32,
}

/// Writes the sections as they are, with `exports` in the place of the export section.
pub(super) fn rebuild(sections: &[(u8, &[u8])], exports: &[Export]) -> Vec<u8> {
    let mut module = HEADER.to_vec();
    for (id, content) in sections {
        if *id == EXPORT_SECTION {
            section(&mut module, EXPORT_SECTION, &export_section(exports));
        } else {
            section(&mut module, *id, content);
        }
    }
    module
}

/// The id of the export section.
pub(super) const EXPORT_SECTION: u8 = 7;

fn export_section(exports: &[Export]) -> Vec<u8> {
    let mut content = Vec::new();
    unsigned(&mut content, exports.len());
    for export in exports {
        unsigned(&mut content, export.name.len());
        content.extend_from_slice(export.name.as_bytes());
        content.push(export.kind);
        unsigned(&mut content, usize::try_from(export.index).unwrap_or(usize::MAX));
    }
    content
}

fn section(module: &mut Vec<u8>, id: u8, content: &[u8]) {
    module.push(id);
    unsigned(module, content.len());
    module.extend_from_slice(content);
}

/// Writes an unsigned number in the format's variable length (LEB128).
fn unsigned(out: &mut Vec<u8>, mut value: usize) {
    loop {
        let low = u8::try_from(value & 0x7f).unwrap_or(0x7f);
        value >>= 7;
        if value == 0 {
            out.push(low);
            return;
        }
        out.push(low | 0x80);
    }
}
