//! What is on the screen, read from where the server draws it: no program is started, nothing is copied by hand.
use crate::support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// How far from a control its ring runs, in logical pixels: the middle of its line.
const RING: f32 = 3.0;

/// How much of each end of a side is taken by its round corners, in logical pixels.
const CORNER: f32 = 10.0;

/// What is on the screen: blue, green and red of every pixel, and nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    width: usize,
    from: usize,
    bytes: Vec<u8>,
}

impl Picture {
    /// Reads the picture a server keeps in a file, in the form of `xwd`.
    pub fn read(path: &Path) -> Self {
        let mut bytes = fs::read(path).expect("the server keeps its picture in a file");
        let number = |at: usize| {
            let word = bytes[4 * at..4 * at + 4].try_into().unwrap();

            u32::from_be_bytes(word) as usize
        };
        let (header, width, height, row, colours) = (number(0), number(4), number(5), number(12), number(19));

        assert_eq!((number(11), row), (32, 4 * width), "four bytes a pixel");

        let from = header + 12 * colours;

        bytes.truncate(from + row * height);

        Self { width, from, bytes }
    }

    /// Four bytes a pixel, row by row.
    fn pixels(&self) -> &[u8] {
        &self.bytes[self.from..]
    }

    /// How many rows it has.
    fn height(&self) -> usize {
        self.pixels().len() / 4 / self.width
    }

    /// The colour of a pixel; none outside.
    fn at(&self, x: f32, y: f32) -> Option<[u8; 3]> {
        let inside = x >= 0.0 && y >= 0.0 && x < self.width as f32 && y < self.height() as f32;
        let at = 4 * (y as usize * self.width + x as usize);
        let pixels = self.pixels();

        inside.then(|| [pixels[at + 2], pixels[at + 1], pixels[at]])
    }

    /// Keeps it in the folder that `DAYPACK_PICTURES` names, if it names one, to look at.
    pub fn keep(&self, name: &str) {
        let pixels = self.pixels().chunks_exact(4).flat_map(|it| [it[2], it[1], it[0], 255]);

        support::keep_picture(
            &format!("journey-{name}"),
            &(self.width as u32, self.height() as u32, pixels.collect()),
        );
    }

    /// How much of it is not ground, in thousandths. The ground is the colour there is most of.
    pub fn ink(&self) -> usize {
        let mut counts = BTreeMap::new();

        for pixel in self.pixels().chunks_exact(4) {
            *counts.entry(pixel).or_insert(0_usize) += 1;
        }

        let ground = counts.values().max().copied().unwrap_or_default();

        1000 - 1000 * ground / (self.pixels().len() / 4)
    }

    /// How bright it is, from 0 to 255.
    pub fn brightness(&self) -> usize {
        let sum: usize = self
            .pixels()
            .chunks_exact(4)
            .flat_map(|pixel| &pixel[..3])
            .map(|part| usize::from(*part))
            .sum();

        sum / (3 * self.pixels().len() / 4)
    }

    /// How much of each side of a ring around `bounds` is there, in the colour of `ring`: above, below, at the
    /// left and at the right, in hundredths. Both are in logical pixels, of which one is `scale` pixels.
    pub fn ring(&self, bounds: [f32; 4], scale: f32, ring: [u8; 3]) -> [usize; 4] {
        let [x, y, width, height] = bounds;
        // half a pixel more or less of scrolling puts the line a pixel to the side
        let is_ring = |x: f32, y: f32| {
            [-1.0, 0.0, 1.0]
                .into_iter()
                .any(|by| self.at(x + by, y) == Some(ring) || self.at(x, y + by) == Some(ring))
        };
        let share = |points: &mut dyn Iterator<Item = (f32, f32)>| {
            let (mut all, mut found) = (0, 0);

            for (x, y) in points {
                all += 1;
                found += usize::from(is_ring(x * scale, y * scale));
            }

            100 * found / all.max(1)
        };
        let along = move |from: f32, length: f32| {
            let straight = length - 2.0 * CORNER;

            (0..=40).map(move |step| from + CORNER + straight * step as f32 / 40.0)
        };

        [
            share(&mut along(x, width).map(|x| (x, y - RING))),
            share(&mut along(x, width).map(|x| (x, y + height + RING))),
            share(&mut along(y, height).map(|y| (x - RING, y))),
            share(&mut along(y, height).map(|y| (x + width + RING, y))),
        ]
    }
}
