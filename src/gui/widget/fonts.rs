//! The faces of the window: our own, and none of the system's.
//!
//! The toolkit's shaper looks through every font that is installed when it is first asked for anything.
//! That takes longer than all the rest of a start, and what is installed would change how pages look.
use crate::font;
use crate::harden;

use iced::advanced::graphics::text::font_system;

use std::borrow::Cow;
use std::sync::Once;

/// Makes the shaper ready with our faces alone. Comes before anything is drawn; later calls do nothing.
///
/// Where the system cannot keep the shaper from looking, the installed fonts are there too, behind ours.
pub(crate) fn load() {
    static ONCE: Once = Once::new();

    ONCE.call_once(|| {
        harden::sightless(|| {
            let Ok(mut system) = font_system().write() else {
                return;
            };

            system.load_font(Cow::Borrowed(font::REGULAR));
            system.load_font(Cow::Borrowed(font::BOLD));
        });
    });
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    use iced::advanced::graphics::text::cosmic_text::fontdb::Source;

    #[test]
    fn no_font_of_the_system_is_ever_asked_for() {
        load();

        let mut system = font_system().write().unwrap();
        let database = system.raw().db();
        let ours = database
            .faces()
            .filter(|face| face.families.iter().any(|(name, _)| name == font::FAMILY))
            .count();

        assert_eq!(ours, 2);
        assert!(database.faces().all(|face| matches!(face.source, Source::Binary(_))));
    }
}
