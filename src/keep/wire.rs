//! Requests and replies as bytes, for a keeper that is another process.
//!
//! Whoever reads trusts nobody. A length that is longer than what is there, a tag that nothing has, text that
//! is none, a byte too many: each refuses the whole message as [`Nonsense`]. Nothing panics, and nothing is
//! taken for a length before the bytes are there.
mod kind;
mod refusal;
mod speech;

pub use speech::{Answer, answer, beside};

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::PathBuf;

/// What came is no message of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("what came is no message")]
pub struct Nonsense;

/// Something that can travel.
pub trait Wire: Sized {
    /// Writes it at the end of `out`.
    fn put(&self, out: &mut Vec<u8>);

    /// Reads it from where `from` stands.
    ///
    /// # Errors
    /// When something else stands there, or less than it.
    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense>;
}

/// `thing` as bytes.
pub fn encode<T: Wire>(thing: &T) -> Vec<u8> {
    let mut out = Vec::new();

    thing.put(&mut out);
    out
}

/// The thing that `bytes` are, all of them.
///
/// # Errors
/// When they are something else, or something more.
pub fn decode<T: Wire>(bytes: &[u8]) -> Result<T, Nonsense> {
    let mut from = Reader { rest: bytes };
    let thing = T::take(&mut from)?;

    from.rest.is_empty().then_some(thing).ok_or(Nonsense)
}

/// What is still to be read.
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// The next `count` bytes.
    ///
    /// # Errors
    /// When there are fewer.
    pub fn bytes(&mut self, count: usize) -> Result<&'a [u8], Nonsense> {
        let (first, rest) = self.rest.split_at_checked(count).ok_or(Nonsense)?;

        self.rest = rest;

        Ok(first)
    }

    /// The next byte, which says what follows.
    ///
    /// # Errors
    /// When there is none.
    pub fn tag(&mut self) -> Result<u8, Nonsense> {
        let [tag] = self.array()?;

        Ok(tag)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Nonsense> {
        self.bytes(N)?.try_into().map_err(|_| Nonsense)
    }

    /// Bytes with their length before them.
    fn run(&mut self) -> Result<&'a [u8], Nonsense> {
        let length = usize::try_from(u32::take(self)?).map_err(|_| Nonsense)?;

        self.bytes(length)
    }
}

/// Bytes with their length before them. A length that does not fit cannot be sent: so long a message is
/// refused by whoever would send it.
fn put_run(bytes: &[u8], out: &mut Vec<u8>) {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX).put(out);
    out.extend_from_slice(bytes);
}

macro_rules! number {
    ($($kind:ty),*) => {
        $(impl Wire for $kind {
            fn put(&self, out: &mut Vec<u8>) {
                out.extend_from_slice(&self.to_le_bytes());
            }

            fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
                from.array().map(Self::from_le_bytes)
            }
        })*
    };
}

number!(u32, u64, i32);

impl Wire for bool {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        match from.tag()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Nonsense),
        }
    }
}

impl Wire for Vec<u8> {
    fn put(&self, out: &mut Vec<u8>) {
        put_run(self, out);
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        from.run().map(<[u8]>::to_vec)
    }
}

impl Wire for String {
    fn put(&self, out: &mut Vec<u8>) {
        put_run(self.as_bytes(), out);
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        let text = str::from_utf8(from.run()?).map_err(|_| Nonsense)?;

        Ok(text.to_owned())
    }
}

impl Wire for OsString {
    fn put(&self, out: &mut Vec<u8>) {
        put_run(OsStr::as_bytes(self), out);
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        Vec::take(from).map(Self::from_vec)
    }
}

impl Wire for PathBuf {
    fn put(&self, out: &mut Vec<u8>) {
        put_run(self.as_os_str().as_bytes(), out);
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        let bytes = from.run()?;

        // The system ends a path at a null: what it would open is not what is named.
        match bytes.contains(&0) {
            true => Err(Nonsense),
            false => Ok(Self::from(OsStr::from_bytes(bytes))),
        }
    }
}

impl<T: Wire> Wire for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_some().put(out);

        if let Some(thing) = self {
            thing.put(out);
        }
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        match bool::take(from)? {
            true => T::take(from).map(Some),
            false => Ok(None),
        }
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
        self.1.put(out);
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        Ok((A::take(from)?, B::take(from)?))
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        u32::try_from(self.len()).unwrap_or(u32::MAX).put(out);

        for thing in self {
            thing.put(out);
        }
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        let count = u32::take(from)?;
        let mut things = Self::new();

        // Each takes at least a byte: a count that lies runs out of them before it costs anything.
        for _ in 0..count {
            things.push(T::take(from)?);
        }

        Ok(things)
    }
}

/// A struct travels as its fields, in this order.
macro_rules! fields {
    ($kind:ty { $($field:ident),* }) => {
        impl $crate::keep::wire::Wire for $kind {
            fn put(&self, out: &mut Vec<u8>) {
                $($crate::keep::wire::Wire::put(&self.$field, out);)*
            }

            fn take(
                from: &mut $crate::keep::wire::Reader<'_>,
            ) -> Result<Self, $crate::keep::wire::Nonsense> {
                Ok(Self { $($field: $crate::keep::wire::Wire::take(from)?),* })
            }
        }
    };
}

/// One of several names travels as its number.
macro_rules! names {
    ($kind:ty { $($number:literal = $name:ident),* }) => {
        impl $crate::keep::wire::Wire for $kind {
            fn put(&self, out: &mut Vec<u8>) {
                out.push(match self { $(Self::$name => $number),* });
            }

            fn take(
                from: &mut $crate::keep::wire::Reader<'_>,
            ) -> Result<Self, $crate::keep::wire::Nonsense> {
                match from.tag()? {
                    $($number => Ok(Self::$name),)*
                    _ => Err($crate::keep::wire::Nonsense),
                }
            }
        }
    };
}

pub(crate) use {fields, names};

#[cfg(test)]
mod tests;
