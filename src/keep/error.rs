//! Why a file could not be opened, saved or shown.
use crate::file::{self, Class};
use crate::settings;

/// Why a file could not be opened, saved or shown.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The disk refused; says at which step, and why.
    #[error("{0}")]
    File(#[from] file::Error),
    /// There is no such file.
    #[error("there is no file here{}", if *.has_previous { ", but its previous version is" } else { "" })]
    Missing {
        /// Whether its previous version is still there.
        has_previous: bool,
    },
    /// There is no such folder.
    #[error("this folder is not there")]
    NoFolder,
    /// A file is there already.
    #[error("a file of this name is there already")]
    Taken,
    /// A folder has this name.
    #[error("this is a folder")]
    IsFolder,
    /// The path ends in no name.
    #[error("the file needs a name")]
    NoName,
    /// The open file was taken away.
    #[error("the file is no longer where it was, and nothing was written")]
    Vanished,
    /// The open file was made read-only.
    #[error("the file is write-protected, and nothing was written")]
    WriteProtected,
    /// Another program changed it since it was read.
    #[error("the file was changed by another program, and nothing was done with it")]
    Changed,
    /// Something else stands where a file of ours should be.
    #[error("something else stands under this name, and nothing was done with it")]
    NotOurs,
    /// The key file that is to be removed is not there, such as on a stick that is not in.
    #[error("the key file is not there, and nothing was removed")]
    KeyAway,
    /// Another window has it open.
    #[error("another window has this plan open")]
    InUse,
    /// The name is one of those that a plan's previous version has.
    #[error("a file of this name would be covered when a plan is saved")]
    Reserved,
    /// A plan could not be saved, and the key that was written for it stays.
    #[error("{0}; the new key file stays where it is")]
    KeyStays(Box<Self>),
    /// There are too many conflict copies.
    #[error("there are too many copies of this plan beside it")]
    TooManyCopies,
    /// The system has no viewer, or it did not start.
    #[error("this system's viewer did not start")]
    NoViewer,
    /// The settings could not be kept.
    #[error("{0}")]
    Settings(#[from] settings::Error),
}

impl Error {
    /// What the person in front of the screen can do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::File(error) => error.advice(),
            Self::Missing { has_previous: true } => "Open the previous version, and save it again.",
            Self::Missing { has_previous: false } => "Check the name, and that the drive is connected.",
            Self::NoFolder => "Check that the drive is connected, or choose another folder.",
            Self::Taken => "Choose another name, or replace it if you no longer need it.",
            Self::IsFolder => "Add a name for the file, such as notes.age.",
            Self::NoName => "Type a name, such as notes.age.",
            Self::Vanished => "Connect the drive again, or save the plan in another place. It is still open here.",
            Self::WriteProtected => "Save the plan in another place, or take the protection off this file.",
            Self::Changed => "Open the plan again, and look at what is there now.",
            Self::NotOurs => "Look at it in your file manager, and decide there.",
            Self::KeyAway => "Put in the drive it is on, or let the key file stay.",
            Self::InUse => "Close the other window, or choose another name.",
            Self::Reserved => "Choose another name, such as key.age.",
            Self::KeyStays(_) => {
                "Keep the new key file: the plan may need it. Save again, with another name for the key."
            }
            Self::TooManyCopies => "Open the copies, keep the one you need, and remove the others.",
            Self::NoViewer => "Open the file from your file manager.",
            Self::Settings(error) => error.advice(),
        }
    }

    /// Whether another drive or folder may help.
    pub fn calls_for_another_place(&self) -> bool {
        match self {
            Self::KeyStays(error) => error.calls_for_another_place(),
            Self::File(file::Error::ReadBack) | Self::NoFolder | Self::Vanished | Self::WriteProtected => true,
            Self::File(error) => matches!(
                error.class(),
                Some(Class::NoRoom | Class::WriteProtected | Class::NotAllowed | Class::Missing | Class::Broken)
            ),
            Self::Missing { .. }
            | Self::Taken
            | Self::IsFolder
            | Self::NoName
            | Self::Changed
            | Self::NotOurs
            | Self::KeyAway
            | Self::InUse
            | Self::Reserved
            | Self::TooManyCopies
            | Self::NoViewer
            | Self::Settings(_) => false,
        }
    }
}
