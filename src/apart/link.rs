//! The worker's end: asks the keeper, and says the last words.
use super::hello::{Farewell, Hello, Said};
use super::{MESSAGE, NEXT};
use crate::harden::{Line, leave_with};
use crate::keep::wire::{Answer, decode, encode};
use crate::keep::{Error, Reply, Request};

use std::io;
use std::sync::{Mutex, PoisonError};

/// What a worker ends with when its keeper is gone, or speaks nonsense.
const ALONE: i32 = 13;

/// The keeper, as a worker knows it.
pub struct Link {
    line: Line,
    /// Held from a request to its reply.
    exchange: Mutex<()>,
    /// Held while a message is sent: the last words need not wait for a reply.
    speech: Mutex<()>,
}

impl Link {
    /// Listens to the first words of the keeper at the other end of `line`.
    pub fn listen(line: Line) -> Option<(Self, Hello)> {
        let (message, _) = line.receive(MESSAGE).ok()??;
        let hello = decode(&message).ok()?;
        let link = Self {
            line,
            exchange: Mutex::new(()),
            speech: Mutex::new(()),
        };

        Some((link, hello))
    }

    /// Asks, and waits for the answer. Without a keeper there is no going on: then the process ends.
    ///
    /// # Errors
    /// As the keeper says; and when what was typed is longer than any path.
    pub fn ask(&self, request: Request) -> Result<Reply, Error> {
        let _exchange = self.exchange.lock().unwrap_or_else(PoisonError::into_inner);
        let message = encode(&Said::Ask(request));

        if message.len() > MESSAGE {
            let refused = crate::keep::too_long(io::ErrorKind::InvalidFilename.into());

            return Err(refused);
        }

        self.say(&message);

        let Ok(Some((message, handed))) = self.line.receive(MESSAGE) else {
            leave_with(ALONE);
        };

        match decode::<Answer>(&message).and_then(|answer| answer.with(handed)) {
            Ok(reply) => reply,
            Err(_) => leave_with(ALONE),
        }
    }

    /// Says the last words and ends the process. What was secret has to be dropped before.
    pub fn leave(&self, farewell: Farewell) -> ! {
        self.say(&encode(&Said::Farewell(farewell)));
        leave_with(NEXT)
    }

    fn say(&self, message: &[u8]) {
        let _speech = self.speech.lock().unwrap_or_else(PoisonError::into_inner);

        if self.line.send(message, None).is_err() {
            leave_with(ALONE);
        }
    }
}
