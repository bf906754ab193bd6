//! What is written is what the schemas say.

use crate::schema;

#[test]
fn every_schema_has_a_name_of_its_own() {
    let names: Vec<&str> = schema::names().collect();
    assert_eq!(names.len(), 14);
    for name in &names {
        let schema = String::from_utf8(schema::named(name).unwrap()).unwrap();
        assert!(schema.contains(&format!("\"$id\": \"urn:annexa:schema:{name}:1\"")), "{name}");
        assert_eq!(names.iter().filter(|other| *other == name).count(), 1, "{name}");
    }
    assert_eq!(schema::named("letter"), None);
}
