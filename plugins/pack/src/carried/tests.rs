//! The list of carried plugins.

use super::{Carried, read};

#[test]
fn a_list_is_read_in_its_order() {
    let text = "[[plugin]]\nid = 'b-2'\ntitle = 'B'\n[[plugin]]\nid = 'a'\ntitle = 'A'\n";
    let plugin = |id: &str, title: &str| Carried { id: id.to_owned(), title: title.to_owned() };
    assert_eq!(read(text), Some(vec![plugin("b-2", "B"), plugin("a", "A")]));
    assert_eq!(plugin("b-2", "B").package(), "annexa-plugin-b-2");
}

#[test]
fn what_is_no_list_is_refused() {
    for text in [
        "",
        "plugin = 3",
        "[[plugin]]\nid = 'a'\n",
        "[[plugin]]\nid = ''\ntitle = 'A'\n",
        "[[plugin]]\nid = '../a'\ntitle = 'A'\n",
        "[[plugin",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}
