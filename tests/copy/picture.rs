//! A page as a grey picture, and what happens to paper: photographed askew, blurred, grainy, folded.
//!
//! Everything is computed, and the same in every run.
use std::path::Path;
use std::process::Command;

/// A grey picture: 0 is black.
#[derive(Clone)]
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<u8>,
}

impl Picture {
    /// The pages of a PDF, at so many dots an inch.
    pub fn of(pdf: &Path, dpi: u32) -> Vec<Self> {
        let root = pdf.with_extension(format!("{dpi}"));
        let run = Command::new("pdftoppm")
            .args(["-gray", "-r", &dpi.to_string()])
            .args([pdf, &root])
            .output()
            .unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));

        (1..)
            .map_while(|page| std::fs::read(format!("{}-{page}.pgm", root.display())).ok())
            .map(|bytes| Self::read(&bytes))
            .collect()
    }

    /// Reads what `pdftoppm` writes: three lines of text, then bytes.
    fn read(bytes: &[u8]) -> Self {
        let mut lines = bytes.splitn(4, |byte| *byte == b'\n');
        assert_eq!(lines.next().unwrap(), b"P5");

        let size = String::from_utf8(lines.next().unwrap().to_vec()).unwrap();
        let (width, height) = size.split_once(' ').unwrap();
        assert_eq!(lines.next().unwrap(), b"255");

        Self {
            width: width.parse().unwrap(),
            height: height.parse().unwrap(),
            pixels: lines.next().unwrap().to_vec(),
        }
    }

    fn made(width: usize, height: usize, grey: impl Fn(f32, f32) -> f32) -> Self {
        let pixel = |at: usize| grey((at % width) as f32, (at / width) as f32).round().clamp(0.0, 255.0) as u8;

        Self {
            width,
            height,
            pixels: (0..width * height).map(pixel).collect(),
        }
    }

    /// White where there is nothing.
    fn at(&self, x: isize, y: isize) -> f32 {
        let is_in = (0..self.width as isize).contains(&x) && (0..self.height as isize).contains(&y);

        if is_in {
            self.pixels[y as usize * self.width + x as usize].into()
        } else {
            255.0
        }
    }

    /// Between pixels.
    fn between(&self, x: f32, y: f32) -> f32 {
        let (left, top) = (x.floor(), y.floor());
        let (right, down) = (x - left, y - top);
        let (left, top) = (left as isize, top as isize);
        let above = self.at(left, top) * (1.0 - right) + self.at(left + 1, top) * right;
        let below = self.at(left, top + 1) * (1.0 - right) + self.at(left + 1, top + 1) * right;

        above * (1.0 - down) + below * down
    }

    /// A part of it.
    pub fn part(&self, x: usize, y: usize, width: usize, height: usize) -> Self {
        Self::made(width, height, |right, down| {
            self.at((x as f32 + right) as isize, (y as f32 + down) as isize)
        })
    }

    /// Seen from nearer or further, and turned by so many degrees.
    pub fn held(&self, size: f32, turned: f32) -> Self {
        let (sin, cos) = turned.to_radians().sin_cos();
        let middle = [self.width, self.height].map(|side| side as f32 / 2.0);
        let [width, height] = [self.width, self.height].map(|side| (side as f32 * size) as usize);
        let new = [width, height].map(|side| side as f32 / 2.0);

        Self::made(width, height, |x, y| {
            let (x, y) = ((x - new[0]) / size, (y - new[1]) / size);

            self.between(x * cos - y * sin + middle[0], x * sin + y * cos + middle[1])
        })
    }

    /// Held askew: the upper edge further away by so many degrees, and turned by as many others.
    pub fn tilted(&self, away: f32, turned: f32) -> Self {
        let (width, height) = (self.width as f32, self.height as f32);
        let distance = height * 1.2;
        let (sin, cos) = away.to_radians().sin_cos();
        let (turn_sin, turn_cos) = turned.to_radians().sin_cos();

        Self::made(self.width, self.height, |x, y| {
            let (x, y) = ((x - width / 2.0) * 1.15, (y - height / 2.0) * 1.15);
            let (x, y) = (x * turn_cos - y * turn_sin, x * turn_sin + y * turn_cos);
            // Where the ray through this pixel meets the tilted sheet.
            let far = distance / (distance * cos + y * sin);
            let (on_x, on_y) = (x * far * cos, y * far);

            self.between(on_x + width / 2.0, on_y + height / 2.0)
        })
    }

    /// Out of focus: each pixel the mean of its neighbours, twice.
    pub fn blurred(&self, radius: usize) -> Self {
        let mean = |picture: &Self, (right, down): (isize, isize)| {
            let reach = radius as isize;

            Self::made(picture.width, picture.height, |x, y| {
                let sum: f32 = (-reach..=reach)
                    .map(|step| picture.at(x as isize + step * right, y as isize + step * down))
                    .sum();

                sum / (2 * reach + 1) as f32
            })
        };
        let once = mean(&mean(self, (1, 0)), (0, 1));

        mean(&mean(&once, (1, 0)), (0, 1))
    }

    /// What a photocopier makes of it, without moving anything: softer, then harder and a little darker, with grain.
    pub fn copied(&self) -> Self {
        let soft = self.blurred(1);
        let hard = |grey: u8| ((f32::from(grey) - 128.0) * 1.7 + 116.0).round().clamp(0.0, 255.0) as u8;
        let pixels = soft.pixels.iter().map(|grey| hard(*grey)).collect();

        Self { pixels, ..soft }.grainy(24)
    }

    /// A copy of a copy of a copy: each time laid down not quite straight, and not quite as large as before.
    pub fn third_copy(&self) -> Self {
        [(1.012, 0.5), (0.985, -0.8), (1.006, 0.4)]
            .into_iter()
            .fold(self.clone(), |picture, (size, turned)| {
                picture.laid(size, turned).copied()
            })
    }

    /// Laid down not quite straight: larger by this factor and turned by so many degrees, on paper of the same size.
    fn laid(&self, size: f32, turned: f32) -> Self {
        let (sin, cos) = turned.to_radians().sin_cos();
        let middle = [self.width, self.height].map(|side| side as f32 / 2.0);

        Self::made(self.width, self.height, |x, y| {
            let (x, y) = ((x - middle[0]) / size, (y - middle[1]) / size);

            self.between(x * cos - y * sin + middle[0], x * sin + y * cos + middle[1])
        })
    }

    /// With grain of so many greys in each direction.
    pub fn grainy(&self, greys: i32) -> Self {
        let mut random = super::read::Random(0x9e37_79b9_7f4a_7c15);
        let pixels = self.pixels.iter().map(|pixel| {
            let grain = (random.next() % (2 * greys as u64 + 1)) as i32 - greys;

            (i32::from(*pixel) + grain).clamp(0, 255) as u8
        });

        Self {
            pixels: pixels.collect(),
            ..self.clone()
        }
    }

    /// Folded and not quite flat: half of it in the shade, and a dark line along each fold.
    pub fn folded(&self, across: &[f32], along: &[f32]) -> Self {
        let crease = self.width as f32 / 250.0;
        let near = |at: f32, folds: &[f32], size: usize| {
            folds
                .iter()
                .map(|fold| (at - fold * size as f32).abs())
                .fold(f32::MAX, f32::min)
        };

        Self::made(self.width, self.height, |x, y| {
            let is_in_shade = across.iter().any(|fold| y > fold * self.height as f32);
            let shade = if is_in_shade { 0.62 } else { 0.95 };
            let to_fold = near(y, across, self.height).min(near(x, along, self.width));
            let line = if to_fold < crease { 0.25 } else { 1.0 };

            // Ink in the shade is lit a little by the paper around it.
            (self.at(x as isize, y as isize) * 0.9 + 20.0) * shade * line
        })
    }
}
