//! What is wrong with a page, as far as a program can tell.
use super::Shown;
use crate::gui::theme;
use crate::gui::widget::spec::{Reach, Role};

impl<'a, Message: Clone + 'a> Shown<'_, 'a, Message> {
    /// What is wrong with the page for those who hear it, use the keyboard, or have little room.
    pub fn faults(&mut self) -> Vec<String> {
        let width = self.probe.size.width;
        let collect = self.collect();
        let mut faults = Vec::new();

        for (index, found) in collect.found.iter().enumerate() {
            let spec = &found.spec;
            let told = format!("{:?} “{}”", spec.role, spec.name);

            // a list is told by what is in it
            if spec.name.trim().is_empty() && spec.role != Role::List {
                faults.push(format!("{told} has no name"));
            }

            if collect.found.iter().take(index).any(|other| other.spec.id == spec.id) {
                faults.push(format!("{told} has the id of another one: {:?}", spec.id));
            }

            if spec.reach == Reach::Tab && found.bounds.height < theme::size::TARGET - 0.5 {
                faults.push(format!("{told} is only {} high", found.bounds.height));
            }

            if found.bounds.x < -0.5 || found.bounds.x + found.bounds.width > width + 0.5 {
                faults.push(format!("{told} is cut off at the side"));
            }
        }

        for (text, bounds) in &collect.texts {
            if bounds.x < -0.5 || bounds.x + bounds.width > width + 0.5 {
                faults.push(format!("“{text}” is cut off at the side"));
            }
        }

        faults
    }
}
