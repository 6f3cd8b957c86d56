//! What requests and replies are made of.
use super::{Nonsense, Reader, Wire, fields, names};
use crate::checkup::{Area, Checkup, Swap};
use crate::file::Digest;
use crate::keep::list::{Found, Listing, Place, PlaceKind};
use crate::keep::request::{
    Access, Considered, Expect, Fetched, Identity, Left, Loaded, Previous, Removal, Removed, Saved, Version, Where,
};
use crate::keep::warning::{Telling, Warning, service};
use crate::paths::Paths;
use crate::settings::{self, Settings};

names!(Version { 0 = Current, 1 = Previous });
names!(Previous { 0 = Keep, 1 = Forget });
names!(Access { 0 = Full, 1 = InUse, 2 = WriteProtected });
names!(PlaceKind { 0 = Own, 1 = Persistent, 2 = Drive, 3 = Folder });
names!(Swap { 0 = None, 1 = InMemory, 2 = Encrypted, 3 = CannotTell, 4 = Plain });

fields!(Identity { digest });
fields!(Loaded {
    path,
    bytes,
    identity,
    access,
    has_previous
});
fields!(Saved {
    path,
    identity,
    is_conflict
});
fields!(Considered {
    path,
    is_taken,
    free,
    warnings,
    problem
});
fields!(Listing { places, plans, keys });
fields!(Place {
    kind,
    path,
    label,
    free,
    is_write_protected,
    warnings
});
fields!(Found {
    path,
    name,
    day,
    kib,
    is_previous,
    is_key
});
fields!(Paths {
    own,
    settings,
    home,
    mounts,
    system,
    media,
    viewer
});

fields!(Fetched { path, bytes, identity });
fields!(Removal { plan, identity, key });
fields!(Removed { gone, left, copies });
fields!(Left { path, why });
fields!(Checkup {
    swap,
    areas,
    hibernates,
    left
});
fields!(Area { name, swap });

impl Wire for Digest {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.0);
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        from.array().map(Self)
    }
}

impl Wire for Where {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Everywhere => out.push(0),
            Self::Folder(path) => {
                out.push(1);
                path.put(out);
            }
        }
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        match from.tag()? {
            0 => Ok(Self::Everywhere),
            1 => Wire::take(from).map(Self::Folder),
            _ => Err(Nonsense),
        }
    }
}

impl Wire for Expect {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Nothing => out.push(0),
            Self::Same(identity) => {
                out.push(1);
                identity.put(out);
            }
            Self::Anything => out.push(2),
        }
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        match from.tag()? {
            0 => Ok(Self::Nothing),
            1 => Wire::take(from).map(Self::Same),
            2 => Ok(Self::Anything),
            _ => Err(Nonsense),
        }
    }
}

impl Wire for Warning {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Synced(service) => {
                out.push(0);
                (*service).to_owned().put(out);
            }
            Self::LittleRoom => out.push(1),
            Self::Telling(Telling::Date) => out.push(2),
            Self::Telling(Telling::Place) => out.push(3),
            Self::Telling(Telling::Word(word)) => {
                out.push(4);
                word.put(out);
            }
        }
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        Ok(match from.tag()? {
            0 => Self::Synced(service(&String::take(from)?).ok_or(Nonsense)?),
            1 => Self::LittleRoom,
            2 => Self::Telling(Telling::Date),
            3 => Self::Telling(Telling::Place),
            4 => Self::Telling(Telling::Word(Wire::take(from)?)),
            _ => return Err(Nonsense),
        })
    }
}

/// The settings travel as the lines of their file, and are understood like one: nothing else fits in.
impl Wire for Settings {
    fn put(&self, out: &mut Vec<u8>) {
        self.encode().put(out);
        self.is_remembered.put(out);
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        let text = String::take(from)?;

        // Whoever is taken over shall not choose how much a keeper has to read.
        if text.len() as u64 > settings::LONGEST {
            return Err(Nonsense);
        }

        let (settings, notices) = Self::decode(&text);
        let is_remembered = bool::take(from)?;

        match notices.is_empty() {
            true => Ok(Self {
                is_remembered,
                ..settings
            }),
            false => Err(Nonsense),
        }
    }
}
