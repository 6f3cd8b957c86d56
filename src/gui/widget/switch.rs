//! Something that is on or off.
use super::control::Control;
use super::drawing::Drawing;
use super::flow;
use super::icon::line;
use super::spec::{Role, Spec};
use super::words;
use crate::gui::theme::{Face, space};

use iced::widget::canvas::Path;
use iced::widget::column;
use iced::{Element, Length, Size};

const WIDTH: f32 = 44.0;
const HEIGHT: f32 = 24.0;

/// Something that is on or off: what it is called, more about it, and the word for its state.
pub fn switch<'a, Message: Clone + 'a>(
    name: impl Into<String>,
    note: Option<String>,
    state: (bool, String),
    message: Option<Message>,
) -> Element<'a, Message> {
    let (name, (is_on, word)) = (name.into(), state);

    let spec = Spec {
        note: note.clone(),
        ..Spec::new(Role::Switch, name.clone()).checked(is_on).value(word.clone())
    };

    let says = column![words::body(name)].push(note.map(words::caption)).spacing(2);
    let content = flow::ends(160.0, [says.into(), words::strong(word).into(), knob(is_on).into()]);

    Control::new(spec, content)
        .face(Face::Bare)
        .width(Length::Fill)
        .padding([space::S, 0.0])
        .on_press_maybe(message)
        .into()
}

fn knob<'a>(is_on: bool) -> Drawing<'a> {
    Drawing::new(WIDTH, HEIGHT, move |frame, pen| {
        let palette = pen.palette;
        let track = Path::rounded_rectangle(
            [1.0, 1.0].into(),
            Size::new(WIDTH - 2.0, HEIGHT - 2.0),
            (HEIGHT / 2.0 - 1.0).into(),
        );
        let centre = pen.at(if is_on { WIDTH - HEIGHT / 2.0 } else { HEIGHT / 2.0 }, HEIGHT / 2.0);

        if is_on {
            frame.fill(&track, palette.primary);
            frame.fill(&Path::circle(centre, 7.0), palette.on_primary);
        } else {
            frame.stroke(&track, line(palette.edge, 2.0));
            frame.fill(&Path::circle(centre, 6.0), palette.edge);
        }
    })
}
