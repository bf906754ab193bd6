//! Writes small plugins as text: what they say is laid out in their memory beforehand.

use std::fmt::Write as _;

/// A plugin that says the same whatever it is asked.
pub(super) struct Guest {
    /// The fields of the description and of its provenance, in the interface's order.
    pub(super) description: [&'static str; 11],
    /// The fields of each target, in the interface's order.
    pub(super) targets: Vec<[&'static str; 6]>,
    pub(super) rows: Vec<Row>,
    /// Target and gap.
    pub(super) remarks: Vec<(&'static str, &'static str)>,
    /// Instructions that `assess` begins with.
    pub(super) assess: &'static str,
    /// Further parts of the module.
    pub(super) more: &'static str,
    /// Bytes to put over the image, at an address.
    pub(super) patches: Vec<(u32, Vec<u8>)>,
}

/// One row of the table, with enumerations as numbers.
#[derive(Clone)]
pub(super) struct Row {
    pub(super) target: &'static str,
    pub(super) sources: Vec<&'static str>,
    pub(super) relation: u8,
    pub(super) coverage_bp: u16,
    pub(super) confidence_bp: u16,
}

pub(super) const ROW: Row = Row {
    target: "T.1",
    sources: Vec::new(),
    relation: 4,
    coverage_bp: 5_000,
    confidence_bp: 8_000,
};
/// Where `assess` puts its result: a discriminant, then address and length of the list.
pub(super) const RESULT: u32 = 16;

impl Default for Guest {
    fn default() -> Self {
        Self {
            description: [
                "test",
                "Test",
                "1.0.0",
                "A test.",
                "iso27001-2022",
                "test-1",
                "Test 1",
                "none",
                "1",
                "MIT",
                "made up",
            ],
            targets: vec![
                ["T.1", "First", "T", "Tests", "", "Look closer."],
                ["T.2", "Second", "T", "Tests", "", "Look further."],
            ],
            rows: vec![Row { sources: vec!["4.1"], ..ROW }],
            remarks: vec![("T.1", "Words of the plugin.")],
            assess: "",
            more: "",
            patches: Vec::new(),
        }
    }
}

impl Guest {
    /// The plugin as a bare core module.
    pub(super) fn module(&self) -> Vec<u8> {
        wat::parse_str(self.text()).unwrap()
    }

    fn text(&self) -> String {
        let mut image = Image::default();
        let mut description = Vec::new();
        for text in self.description {
            image.string(text, &mut description);
        }
        description.extend([0; 8]);
        let description = image.put(&description);
        let mut targets = Vec::new();
        for text in self.targets.iter().flatten() {
            image.string(text, &mut targets);
        }
        let targets = image.list(&targets, self.targets.len());
        let mut rows = Vec::new();
        for row in &self.rows {
            image.row(row, &mut rows);
        }
        let mappings = image.list(&rows, self.rows.len());
        let mut remarks = Vec::new();
        for (target, gap) in &self.remarks {
            image.string(target, &mut remarks);
            image.string(gap, &mut remarks);
            remarks.extend([0; 8]);
        }
        let remarks = image.put(&remarks);
        image.patch(RESULT, &[0, 0, 0, 0]);
        image.patch(RESULT + 4, &remarks.to_le_bytes());
        image.patch(RESULT + 8, &u32::try_from(self.remarks.len()).unwrap().to_le_bytes());
        for (at, bytes) in &self.patches {
            image.patch(*at, bytes);
        }
        let mut data = String::new();
        for byte in &image.bytes {
            write!(data, "\\{byte:02x}").unwrap();
        }
        let name = "annexa:crosswalk/mapper@1.0.0";
        format!(
            r#"(module
              (memory (export "memory") 16 1024)
              (global $top (mut i32) (i32.const 524288))
              (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
                (global.set $top
                  (i32.and (i32.add (global.get $top) (i32.const 7)) (i32.const -8)))
                global.get $top
                (global.set $top (i32.add (global.get $top) (local.get 3))))
              (func (export "{name}#describe") (result i32) i32.const {description})
              (func (export "{name}#targets") (result i32) i32.const {targets})
              (func (export "{name}#mappings") (result i32) i32.const {mappings})
              (func (export "{name}#assess") (param i32 i32) (result i32)
                {} i32.const {RESULT})
              (data (i32.const 0) "{data}")
              {})"#,
            self.assess, self.more
        )
    }
}

/// The plugin's memory from address 0, as the interface lays values out.
struct Image {
    bytes: Vec<u8>,
}

impl Default for Image {
    fn default() -> Self {
        Self { bytes: vec![0; 64] }
    }
}

impl Image {
    fn put(&mut self, bytes: &[u8]) -> u32 {
        while !self.bytes.len().is_multiple_of(8) {
            self.bytes.push(0);
        }
        let at = u32::try_from(self.bytes.len()).unwrap();
        self.bytes.extend_from_slice(bytes);
        at
    }

    /// Stores a text and writes its address and length into `record`.
    fn string(&mut self, text: &str, record: &mut Vec<u8>) {
        let at = self.put(text.as_bytes());
        record.extend(at.to_le_bytes());
        record.extend(u32::try_from(text.len()).unwrap().to_le_bytes());
    }

    /// Stores the items of a list, and the list; returns the list's address.
    fn list(&mut self, items: &[u8], count: usize) -> u32 {
        let at = self.put(items);
        let count = u32::try_from(count).unwrap();
        self.put(&[at.to_le_bytes(), count.to_le_bytes()].concat())
    }

    fn row(&mut self, row: &Row, record: &mut Vec<u8>) {
        self.string(row.target, record);
        let mut sources = Vec::new();
        for source in &row.sources {
            self.string(source, &mut sources);
        }
        let sources = self.put(&sources);
        record.extend(sources.to_le_bytes());
        record.extend(u32::try_from(row.sources.len()).unwrap().to_le_bytes());
        record.extend([row.relation, 0, u8::from(row.coverage_bp > 0), 0]);
        record.extend(row.coverage_bp.to_le_bytes());
        record.extend(row.confidence_bp.to_le_bytes());
        record.extend([1, 0, 0, 0]);
        self.string("Because.", record);
    }

    fn patch(&mut self, at: u32, bytes: &[u8]) {
        let at = usize::try_from(at).unwrap();
        self.bytes[at..at + bytes.len()].copy_from_slice(bytes);
    }
}
