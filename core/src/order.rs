//! Sorting with one piece of code for every kind of list.
//!
//! The library's sorts are made anew for each type, a dozen kilobytes of a page's first view. Lists
//! here are short or sorted once, so that a call for each comparison does not count.

/// Sorts by `is_less`; what is equal may change places.
pub(crate) fn sort<T>(list: &mut [T], is_less: fn(&T, &T) -> bool) {
    heap_sort(&mut List { list, is_less });
}

struct List<'l, T> {
    list: &'l mut [T],
    is_less: fn(&T, &T) -> bool,
}

trait Sortable {
    fn len(&self) -> usize;
    fn is_less(&self, one: usize, other: usize) -> bool;
    fn swap(&mut self, one: usize, other: usize);
}

impl<T> Sortable for List<'_, T> {
    fn len(&self) -> usize {
        self.list.len()
    }

    fn is_less(&self, one: usize, other: usize) -> bool {
        match (self.list.get(one), self.list.get(other)) {
            (Some(one), Some(other)) => (self.is_less)(one, other),
            _ => false,
        }
    }

    fn swap(&mut self, one: usize, other: usize) {
        self.list.swap(one, other);
    }
}

fn heap_sort(list: &mut dyn Sortable) {
    let len = list.len();
    // A file that was written by us is in order.
    if (1..len).all(|place| !list.is_less(place, place - 1)) {
        return;
    }
    for root in (0..len / 2).rev() {
        sink(list, root, len);
    }
    for end in (1..len).rev() {
        list.swap(0, end);
        sink(list, 0, end);
    }
}

/// Lets an entry sink below larger ones.
fn sink(list: &mut dyn Sortable, mut root: usize, end: usize) {
    loop {
        let (left, right) = (2 * root + 1, 2 * root + 2);
        if left >= end {
            return;
        }
        let larger = if right < end && list.is_less(left, right) { right } else { left };
        if !list.is_less(root, larger) {
            return;
        }
        list.swap(root, larger);
        root = larger;
    }
}

#[cfg(test)]
mod tests {
    use super::sort;

    #[test]
    fn every_list_comes_into_order() {
        let mut number = 7_u32;
        for len in 0..200 {
            let mut list: Vec<u32> = Vec::new();
            for _ in 0..len {
                number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                list.push(number >> 25);
            }
            let mut expected = list.clone();
            expected.sort_unstable();
            sort(&mut list, |one, other| one < other);
            assert_eq!(list, expected);
            sort(&mut list, |one, other| one > other);
            expected.reverse();
            assert_eq!(list, expected);
        }
    }
}
