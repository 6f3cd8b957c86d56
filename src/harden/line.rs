//! The one socket of the program: a pair, between two processes of ours.
//!
//! A message is its length and then its bytes; an open file can go beside it. Whoever listens says how long a
//! message may be, and takes memory only for what has come.
use rustix::io::Errno;
use rustix::net::{
    AddressFamily, RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer, SendAncillaryMessage,
    SendFlags, SocketFlags, SocketType, recv, recvmsg, send, sendmsg, socketpair,
};

use std::io::{self, IoSlice, IoSliceMut};
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};

/// What lies in the line before it is handed over, so that no other socket is taken for it.
const MARK: &[u8; 8] = b"daypack1";

/// The most that is read at once, in bytes.
const PIECE: usize = 64 * 1024;

/// One end of the line between the two processes.
pub struct Line(OwnedFd);

impl Line {
    /// Our end, and the end that a worker gets as its standard input.
    ///
    /// # Errors
    /// When the system has no more of them.
    pub fn pair() -> io::Result<(Self, OwnedFd)> {
        let (ours, theirs) = socketpair(AddressFamily::UNIX, SocketType::STREAM, SocketFlags::CLOEXEC, None)?;
        let ours = Self(ours);

        ours.write(MARK)?;

        Ok((ours, theirs))
    }

    /// The end that this process was given as its standard input, if it was given one: a socket whose other
    /// end our parent made, with our mark in it. Nothing is left on standard input.
    #[cfg(target_os = "linux")]
    pub fn inherited() -> Option<Self> {
        use rustix::net::sockopt::socket_peercred;
        use rustix::process::getppid;

        let input = rustix::stdio::stdin();
        let maker = socket_peercred(input).ok()?.pid;

        if Some(maker) != getppid() {
            return None;
        }

        let mut mark = [0; MARK.len()];
        let (_, length) = recv(input, &mut mark, RecvFlags::PEEK | RecvFlags::DONTWAIT).ok()?;

        if length != mark.len() || &mark != MARK {
            return None;
        }

        let end = rustix::io::fcntl_dupfd_cloexec(input, 3).ok()?;
        let nothing = std::fs::File::open("/dev/null").ok()?;

        rustix::stdio::dup2_stdin(nothing).ok()?;

        Self::take(end).ok()
    }

    /// The end that was handed over, with our mark taken out of it.
    ///
    /// # Errors
    /// When something else lies in it.
    pub fn take(end: OwnedFd) -> io::Result<Self> {
        let line = Self(end);

        match line.read(MARK.len())? == MARK {
            true => Ok(line),
            false => Err(io::ErrorKind::InvalidData.into()),
        }
    }

    /// Sends a message, and an open file beside it.
    ///
    /// # Errors
    /// When nobody listens any more, or it is longer than 4 GiB.
    pub fn send(&self, message: &[u8], beside: Option<BorrowedFd<'_>>) -> io::Result<()> {
        let length = u32::try_from(message.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
        let length = length.to_le_bytes();
        let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
        let mut control = SendAncillaryBuffer::new(&mut space);
        let files: Vec<BorrowedFd<'_>> = beside.into_iter().collect();

        if !files.is_empty() {
            control.push(SendAncillaryMessage::ScmRights(&files));
        }

        let sent = again(|| sendmsg(&self.0, &[IoSlice::new(&length)], &mut control, SendFlags::NOSIGNAL))?;

        self.write(length.get(sent..).unwrap_or_default())?;
        self.write(message)
    }

    /// The next message, and the open file beside it; nothing when there is nobody at the other end.
    ///
    /// # Errors
    /// When it is longer than `limit` bytes, or ends in the middle.
    pub fn receive(&self, limit: usize) -> io::Result<Option<(Vec<u8>, Option<OwnedFd>)>> {
        let mut start = [0; 4];
        let (length, beside) = self.start(&mut start)?;

        if length == 0 {
            return Ok(None);
        }

        let rest = self.read(start.len() - length)?;

        start
            .iter_mut()
            .skip(length)
            .zip(rest)
            .for_each(|(to, from)| *to = from);

        let length = usize::try_from(u32::from_le_bytes(start)).map_err(|_| io::ErrorKind::InvalidData)?;

        if length > limit {
            return Err(io::ErrorKind::InvalidData.into());
        }

        Ok(Some((self.read(length)?, beside)))
    }

    /// The first bytes of a message, and what came beside them.
    fn start(&self, start: &mut [u8; 4]) -> io::Result<(usize, Option<OwnedFd>)> {
        let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
        let mut control = RecvAncillaryBuffer::new(&mut space);
        let received = again(|| {
            recvmsg(
                &self.0,
                &mut [IoSliceMut::new(start)],
                &mut control,
                RecvFlags::CMSG_CLOEXEC,
            )
        });
        // The other end is gone with something unread in it: gone is gone.
        let length = match received {
            Ok(received) => received.bytes,
            Err(error) if error.kind() == io::ErrorKind::ConnectionReset => 0,
            Err(error) => return Err(error),
        };
        let beside = control.drain().find_map(|message| match message {
            RecvAncillaryMessage::ScmRights(mut files) => files.next(),
            _ => None,
        });

        Ok((length, beside))
    }

    /// Exactly `length` bytes.
    fn read(&self, length: usize) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut piece = vec![0; PIECE.min(length)];

        while bytes.len() < length {
            let wanted = piece.len().min(length - bytes.len());
            let room = piece.get_mut(..wanted).unwrap_or_default();
            let (_, count) = again(|| recv(&self.0, &mut *room, RecvFlags::empty()))?;

            if count == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }

            bytes.extend_from_slice(room.get(..count).unwrap_or_default());
        }

        Ok(bytes)
    }

    fn write(&self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            let count = again(|| send(&self.0, bytes, SendFlags::NOSIGNAL))?;

            bytes = bytes.get(count..).unwrap_or_default();
        }

        Ok(())
    }
}

impl AsFd for Line {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

/// A signal in between is no answer.
fn again<T>(mut call: impl FnMut() -> rustix::io::Result<T>) -> io::Result<T> {
    loop {
        match call() {
            Err(Errno::INTR) => {}
            answer => return Ok(answer?),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use std::thread;

    fn pair() -> (Line, Line) {
        let (ours, theirs) = Line::pair().unwrap();

        (ours, Line::take(theirs).unwrap())
    }

    #[test]
    fn a_message_arrives_as_it_was_sent_however_long_it_is() {
        let (ours, theirs) = pair();

        for length in [0, 1, 70_000, 5_000_000] {
            let message = vec![7; length];

            thread::scope(|scope| {
                scope.spawn(|| ours.send(&message, None).unwrap());

                assert!(theirs.receive(length).unwrap().unwrap().0 == message);
            });
        }
    }

    #[test]
    fn an_open_file_goes_beside_a_message() {
        let (ours, theirs) = pair();

        ours.send(b"here", Some(io::stdin().as_fd())).unwrap();
        ours.send(b"none", None).unwrap();

        assert!(theirs.receive(9).unwrap().unwrap().1.is_some());
        assert!(theirs.receive(9).unwrap().unwrap().1.is_none());
    }

    #[test]
    fn a_length_over_the_limit_and_an_end_in_the_middle_are_refused() {
        let (ours, theirs) = pair();

        ours.send(b"four", None).unwrap();
        assert!(theirs.receive(3).is_err());

        let (ours, theirs) = pair();

        ours.write(&[9, 0, 0, 0, 1]).unwrap();
        drop(ours);
        assert!(theirs.receive(9).is_err());

        let (ours, theirs) = pair();

        drop(ours);
        assert!(theirs.receive(9).unwrap().is_none());
    }

    #[test]
    fn what_is_on_standard_input_by_chance_is_no_line() {
        assert!(Line::inherited().is_none());
    }
}
