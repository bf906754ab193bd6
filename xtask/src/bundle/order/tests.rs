//! Like functions stand side by side, and each stands once.

use super::{named_in_order, order};

#[test]
fn like_bodies_stand_side_by_side() {
    let (one, other): (Vec<u8>, Vec<u8>) = ((0..90).collect(), (100..180).collect());
    let (mut like_one, mut like_other) = (one.clone(), other.clone());
    like_one.truncate(80);
    like_other.truncate(70);
    assert_eq!(order(&[&other, &like_one, &like_other, &one]), [3, 1, 0, 2]);
    assert_eq!(order(&[&one, &one, &one]), [0, 1, 2], "what is alike stays as it was");
    assert!(order(&[]).is_empty());
}

#[test]
fn each_function_gets_the_name_of_its_place() {
    // One type, two functions of it, with nothing and with two `nop` in their bodies.
    let module = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x03\x02\0\0\x0a\x09\x02\x02\0\x0b\x04\0\x01\x01\x0b";
    let named = named_in_order(module).unwrap();
    let (before, names) = named.split_at(module.len());
    assert_eq!(before, module);
    assert_eq!(names, b"\0\x18\x04name\x01\x11\x02\0\x06000001\x01\x06000000");
    assert!(named_in_order(&named).is_err(), "names that are there would be lost");
}
