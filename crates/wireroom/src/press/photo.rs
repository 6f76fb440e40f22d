//! Photos of the demo's outlets: landscapes of an invented coast, painted by arithmetic, each number another.
//! No photo of anybody's enters the project. Start at [`paint`].

use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};

/// Pixels; three by two, as newspapers print.
const WIDTH: u32 = 960;
const HEIGHT: u32 = 640;
const QUALITY: u8 = 85;

/// Sky above, sky at the horizon, sun, the farthest ridge, the nearest, the sea.
type Palette = [[f32; 3]; 6];

const PALETTES: [Palette; 6] = [
    // Morning after rain.
    [
        [96., 122., 150.],
        [224., 214., 196.],
        [250., 240., 214.],
        [138., 150., 160.],
        [44., 58., 66.],
        [120., 138., 146.],
    ],
    // Amber evening.
    [
        [74., 72., 104.],
        [232., 170., 120.],
        [255., 222., 170.],
        [146., 104., 104.],
        [40., 34., 48.],
        [150., 116., 104.],
    ],
    // Noon over shallow water.
    [
        [112., 164., 196.],
        [214., 228., 228.],
        [255., 252., 236.],
        [130., 160., 160.],
        [50., 84., 78.],
        [104., 160., 164.],
    ],
    // Fog.
    [
        [176., 180., 180.],
        [208., 208., 202.],
        [226., 224., 214.],
        [170., 174., 172.],
        [92., 98., 98.],
        [180., 184., 182.],
    ],
    // Winter dusk.
    [
        [40., 52., 84.],
        [170., 160., 180.],
        [240., 226., 220.],
        [92., 96., 128.],
        [22., 28., 44.],
        [84., 94., 124.],
    ],
    // Dry summer.
    [
        [150., 176., 190.],
        [238., 222., 184.],
        [255., 246., 214.],
        [190., 166., 128.],
        [96., 72., 48.],
        [140., 156., 148.],
    ],
];

fn mix(a: [f32; 3], b: [f32; 3], share: f32) -> [f32; 3] {
    let share = share.clamp(0., 1.);
    std::array::from_fn(|at| match (a.get(at), b.get(at)) {
        (Some(a), Some(b)) => a + (b - a) * share,
        _ => 0.,
    })
}

/// A number in 0..1 that a seed and a place decide.
fn chance(seed: u64, place: u64) -> f32 {
    let mut x = (seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ place.wrapping_mul(0xD1B5_4A32_D192_ED03)) | 1;
    x ^= x >> 29;
    x = x.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x ^= x >> 32;
    (x % 10_000) as f32 / 10_000.
}

/// The height of a ridge at `x`: waves of falling size, none in step.
fn ridge(seed: u64, layer: u64, x: f32) -> f32 {
    (1..=5_u64).fold(0., |height, wave| {
        let length = 0.9 * wave as f32 * wave as f32 * (0.7 + chance(seed, layer * 16 + wave));
        let phase = chance(seed, layer * 16 + wave + 8) * std::f32::consts::TAU;
        height + (x * length * 4. + phase).sin() / (wave as f32 * 1.6)
    })
}

/// The picture with this number, as JPEG; empty where it cannot be written.
pub fn paint(number: u64) -> Vec<u8> {
    let palette = PALETTES.get(usize::try_from(number % 6).unwrap_or(0)).unwrap_or(&PALETTES[0]);
    let [top, low, sun, far, near, sea] = *palette;
    let horizon = 0.58 + 0.1 * chance(number, 1);
    let (sun_x, sun_y) = (0.2 + 0.6 * chance(number, 2), horizon - 0.1 - 0.25 * chance(number, 3));
    let picture = RgbImage::from_fn(WIDTH, HEIGHT, |px, py| {
        let (x, y) = (px as f32 / WIDTH as f32, py as f32 / HEIGHT as f32);
        let mut colour = mix(top, low, (y / horizon).powf(1.4));
        let away = (((x - sun_x) * 1.5).powi(2) + (y - sun_y).powi(2)).sqrt();
        colour = mix(colour, sun, (1. - away * 2.6).max(0.).powi(2) * 0.7);
        colour = if away < 0.045 { mix(colour, sun, 0.95) } else { colour };
        for layer in 0..3_u64 {
            let depth = layer as f32 / 2.;
            let line = horizon - 0.05 + 0.05 * depth
                - (0.1 - 0.025 * depth) * ridge(number, layer, x).max(-0.4) * 0.8;
            if y > line && y < horizon + 0.02 {
                colour = mix(mix(far, low, 0.35 * (1. - depth)), near, depth * 0.8);
            }
        }
        if y >= horizon {
            let depth = (y - horizon) / (1. - horizon);
            let ripple = ((y * 260. / (0.3 + depth)).sin() * 0.5 + 0.5) * (1. - depth) * 0.25;
            let glint = (1. - (x - sun_x).abs() * (7. - 4. * depth)).max(0.) * 0.5 * (0.4 + ripple);
            colour =
                mix(mix(mix(low, sea, 0.45 + 0.55 * depth), near, depth * 0.45), sun, ripple * 0.5 + glint);
            // The near shore.
            if y > 0.93 - 0.05 * ridge(number, 9, x) {
                colour = mix(near, [12., 14., 18.], 0.35);
            }
        }
        let grain = (chance(number, u64::from(px) * 7_919 + u64::from(py) * 104_729) - 0.5) * 9.;
        Rgb(colour.map(|part| (part + grain).clamp(0., 255.) as u8))
    });
    let mut out = Vec::new();
    match JpegEncoder::new_with_quality(&mut out, QUALITY).encode_image(&picture) {
        Ok(()) => out,
        Err(error) => {
            tracing::warn!(%error, number, "a demo photo could not be painted");
            Vec::new()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_a_picture_of_its_own_and_always_the_same() {
        let (one, other) = (paint(1), paint(7));
        assert_eq!(one, paint(1));
        assert_ne!(one, other);
        assert!(one.starts_with(&[0xff, 0xd8]) && one.len() > 10_000);
    }
}
