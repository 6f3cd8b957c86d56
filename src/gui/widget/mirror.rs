//! One place where the page turns around for languages that run from right to left.
//!
//! Views and widgets lay everything out from left to right. The root turns the finished layout over, so no
//! view thinks about directions. What draws itself leaves a [`grain`] at its start and looks later where it
//! came to lie.
use iced::advanced::Layout;
use iced::advanced::layout::Node;
use iced::{Point, Size};

/// The same layout, seen in a mirror.
pub(super) fn mirrored(node: &Node) -> Node {
    let bounds = node.bounds();

    let children = node
        .children()
        .iter()
        .map(|child| {
            let place = child.bounds();

            mirrored(child).move_to(Point::new(bounds.width - place.x - place.width, place.y))
        })
        .collect();

    Node::with_children(bounds.size(), children).move_to(bounds.position())
}

/// A node without a size, at the start edge. Has to be the last child of its parent.
pub(super) fn grain() -> Node {
    Node::new(Size::ZERO)
}

/// Whether a layout that ends with a [`grain`] was turned over.
pub(super) fn is_mirrored(layout: Layout<'_>) -> bool {
    let bounds = layout.bounds();

    layout
        .children()
        .last()
        .is_some_and(|grain| grain.bounds().x > bounds.x + bounds.width / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_becomes_the_last_and_back_again() {
        let row = Node::with_children(
            Size::new(100.0, 20.0),
            vec![
                Node::new(Size::new(30.0, 20.0)),
                Node::new(Size::new(10.0, 20.0)).move_to(Point::new(40.0, 0.0)),
            ],
        );

        let turned = mirrored(&row);
        let starts: Vec<f32> = turned.children().iter().map(|child| child.bounds().x).collect();

        assert_eq!(starts, [70.0, 50.0]);
        assert_eq!(format!("{:?}", mirrored(&turned)), format!("{row:?}"));
    }

    #[test]
    fn a_grain_tells_that_it_was_turned() {
        let node = Node::with_children(Size::new(50.0, 10.0), vec![grain()]);

        assert!(!is_mirrored(Layout::new(&node)));
        assert!(is_mirrored(Layout::new(&mirrored(&node))));
    }
}
