//! A window that is no larger than the screen it opens on.
//!
//! Large text makes the window open larger, too: at 200 % it would be larger than most laptops show, with
//! the buttons at the foot out of reach.
use iced::{Size, Task, window};

/// How much of the screen's height a window may take: the rest is for the system's own bars.
const HEIGHT: f32 = 0.92;

/// Shrinks a window that opened with `size` to the screen it is on, where the system says how large that is.
pub(super) fn to_screen<T: Send + 'static>(id: window::Id, size: Size) -> Task<T> {
    window::monitor_size(id).then(move |screen| match screen.and_then(|screen| shrunk(size, screen)) {
        Some(size) => window::resize(id, size),
        None => Task::none(),
    })
}

/// The size that fits, or nothing when `size` fits already.
fn shrunk(size: Size, screen: Size) -> Option<Size> {
    let largest = Size::new(screen.width, screen.height * HEIGHT);
    let fitting = Size::new(size.width.min(largest.width), size.height.min(largest.height));

    // Some systems know a screen only once a window stands on it, and say that it has no size.
    (fitting != size && fitting.width > 0.0 && fitting.height > 0.0).then_some(fitting)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_that_is_too_large_shrinks_to_its_screen() {
        let laptop = Size::new(1366.0, 768.0);

        assert_eq!(
            shrunk(Size::new(960.0, 760.0), laptop),
            Some(Size::new(960.0, 768.0 * HEIGHT))
        );
        assert_eq!(
            shrunk(Size::new(1920.0, 1520.0), laptop),
            Some(Size::new(1366.0, 768.0 * HEIGHT))
        );
    }

    #[test]
    fn a_window_that_fits_stays_as_it_is() {
        assert_eq!(shrunk(Size::new(960.0, 760.0), Size::new(1920.0, 1080.0)), None);
        assert_eq!(
            shrunk(Size::new(960.0, 760.0), Size::new(0.0, 0.0)),
            None,
            "nothing is known"
        );
    }
}
