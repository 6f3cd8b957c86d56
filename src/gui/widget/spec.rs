//! What a control says about itself.
//!
//! Every control hands one [`Spec`] to any operation that walks the page: tests find controls by role and
//! name through it, and a screen reader's bridge will read the same. It never holds a secret.
use iced::Rectangle;
use iced::advanced::widget::Operation;
use iced::widget::Id;

/// What kind of thing a control is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// A whole page.
    Page,
    /// A question or a notice that has to be answered before anything else.
    Dialog,
    /// A title; its level says which.
    Heading,
    /// Something that acts when pressed.
    Button,
    /// Something that leads to an explanation or another page.
    Link,
    /// A box to tick.
    CheckBox,
    /// One of several, of which one is chosen.
    Radio,
    /// The group around radios.
    RadioGroup,
    /// One of several views of the same thing.
    Tab,
    /// The group around tabs.
    TabList,
    /// Something that is on or off.
    Switch,
    /// A number that goes up and down in steps.
    Stepper,
    /// Words to fill in.
    TextField,
    /// Words to fill in that nobody may see.
    Password,
    /// A list of things.
    List,
    /// A row of a list.
    ListItem,
    /// Things that belong together.
    Group,
    /// A drawing that says something.
    Image,
    /// How far something is.
    Meter,
    /// Something that has happened, said without being asked.
    Status,
}

/// How the keyboard gets to a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reach {
    /// By Tab.
    Tab,
    /// Only from inside the program: a title on a new page, or a member of a group that arrows move in.
    Program,
    /// Never.
    #[default]
    None,
}

/// Something asked of a control from outside: by a test, or by a screen reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Request {
    /// Act as if it were pressed.
    Press,
}

/// What a control says about itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Spec {
    /// The same from one redraw to the next, and different from every other on the page.
    pub id: Id,
    /// What kind of thing it is.
    pub role: Role,
    /// What it is called; the words a person would read, or hear.
    pub name: String,
    /// What it holds: the words in a field, the number of a meter.
    pub value: Option<String>,
    /// More about it, said after the name.
    pub note: Option<String>,
    /// Whether it is ticked or chosen, if it can be.
    pub checked: Option<bool>,
    /// Whether it is open, if it can be.
    pub expanded: Option<bool>,
    /// Whether it cannot be used now.
    pub is_disabled: bool,
    /// How deep a heading is, from 1.
    pub level: Option<u8>,
    /// Which one of how many it is, from 1.
    pub place: Option<(usize, usize)>,
    /// How the keyboard gets there.
    pub reach: Reach,
    /// Whether a new page starts with the keyboard here.
    pub wants_focus: bool,
    /// What is asked of it, if anything. Whoever walks the page writes it; the control takes it.
    pub request: Option<Request>,
}

impl Spec {
    /// Describes a control by its kind and its name; its id is made from the two.
    #[must_use]
    pub fn new(role: Role, name: impl Into<String>) -> Self {
        let name = name.into();

        Self {
            id: Id::from(format!("{role:?}:{name}")),
            role,
            name,
            value: None,
            note: None,
            checked: None,
            expanded: None,
            is_disabled: false,
            level: None,
            place: None,
            reach: Reach::None,
            wants_focus: false,
            request: None,
        }
    }

    /// Hands itself to whoever walks the page.
    pub(super) fn tell(&mut self, bounds: Rectangle, operation: &mut dyn Operation) {
        let id = self.id.clone();

        operation.custom(Some(&id), bounds, self);
    }

    /// Gives it an id of its own. Needed where two controls bear the same name.
    #[must_use]
    pub fn id(self, id: impl Into<Id>) -> Self {
        Self { id: id.into(), ..self }
    }

    /// Says what it holds.
    #[must_use]
    pub fn value(self, value: impl Into<String>) -> Self {
        Self {
            value: Some(value.into()),
            ..self
        }
    }

    /// Says more about it.
    #[must_use]
    pub fn note(self, note: impl Into<String>) -> Self {
        Self {
            note: Some(note.into()),
            ..self
        }
    }

    /// Says whether it is ticked or chosen.
    #[must_use]
    pub fn checked(self, is_checked: bool) -> Self {
        Self {
            checked: Some(is_checked),
            ..self
        }
    }

    /// Says whether it is open.
    #[must_use]
    pub fn expanded(self, is_expanded: bool) -> Self {
        Self {
            expanded: Some(is_expanded),
            ..self
        }
    }

    /// Says which one of how many it is.
    #[must_use]
    pub fn place(self, number: usize, of: usize) -> Self {
        Self {
            place: Some((number, of)),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_kind_and_name_give_the_same_id() {
        assert_eq!(Spec::new(Role::Button, "Next").id, Spec::new(Role::Button, "Next").id);
        assert_ne!(Spec::new(Role::Button, "Next").id, Spec::new(Role::Link, "Next").id);
    }
}
