//! How fast files are read, how the time grows with their size, and how much memory it takes.
//!
//! `cargo bench -p annexa-core --bench reading` prints a line for each content, and at its end one
//! line of JSON for `cargo xtask bench`: the slowest and the most memory of all contents from one
//! megabyte on, the largest exponent over four sizes, and the speed of one full assessment.

mod memory;
mod shapes;

use std::hint::black_box;
use std::time::{Duration, Instant};

use annexa_core::{Catalogue, Document};
use shapes::SHAPES;

const SIZES_BYTES: [usize; 4] = [1 << 20, 2 << 20, 4 << 20, 8 << 20];
/// About what 123 full answers take.
const FULL_BYTES: usize = 175_000;
const ROUNDS: usize = 7;

fn main() {
    let mut slowest_mbps = f64::MAX;
    let (mut largest_multiple, mut largest_exponent) = (0.0_f64, 0.0_f64);
    println!("{:<28}{:>10}{:>10}{:>10}", "content", "MB/s", "memory x", "exponent");
    for (name, make) in SHAPES {
        let files: Vec<Vec<u8>> = SIZES_BYTES.iter().map(|size| make(*size)).collect();
        let seconds: Vec<f64> = files.iter().map(|file| best(file).as_secs_f64()).collect();
        let mbps = |(file, seconds): (&Vec<u8>, &f64)| file.len() as f64 / 1e6 / seconds;
        let speed = files.iter().zip(&seconds).map(mbps).fold(f64::MAX, f64::min);
        let multiple = |file: &Vec<u8>| peak_bytes(file) as f64 / file.len() as f64 + 1.0;
        let multiple = files.iter().map(multiple).fold(0.0, f64::max);
        let exponent = exponent(&files, &seconds);
        println!("{name:<28}{speed:>10.0}{multiple:>10.2}{exponent:>10.2}");
        slowest_mbps = slowest_mbps.min(speed);
        largest_multiple = largest_multiple.max(multiple);
        largest_exponent = largest_exponent.max(exponent);
    }
    let full = SHAPES[0].1(FULL_BYTES);
    let full_mbps = full.len() as f64 / 1e6 / best(&full).as_secs_f64();
    println!(
        "{{\"full_bytes\":{},\"full_mbps\":{full_mbps:.0},\"slowest_mbps\":{slowest_mbps:.0},\
         \"memory_multiple\":{largest_multiple:.2},\"exponent\":{largest_exponent:.2}}}",
        full.len()
    );
}

/// The best time of some rounds: what disturbs a round only makes it longer.
fn best(file: &[u8]) -> Duration {
    let catalogue = Catalogue::iso27001_2022();
    let mut best = Duration::MAX;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        black_box(Document::from_bytes(catalogue.clone(), black_box(file))).ok();
        best = best.min(start.elapsed());
    }
    best
}

/// The most memory that reading takes beside the file itself.
fn peak_bytes(file: &[u8]) -> usize {
    let catalogue = Catalogue::iso27001_2022();
    memory::peak_bytes(|| drop(Document::from_bytes(catalogue, file)))
}

/// How the time grows: the slope of its logarithm over that of the size, by least squares.
fn exponent(files: &[Vec<u8>], seconds: &[f64]) -> f64 {
    let points: Vec<(f64, f64)> =
        files.iter().zip(seconds).map(|(file, s)| ((file.len() as f64).ln(), s.ln())).collect();
    let count = points.len() as f64;
    let mean = |pick: fn(&(f64, f64)) -> f64| points.iter().map(pick).sum::<f64>() / count;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let above: f64 = points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum();
    let below: f64 = points.iter().map(|point| (point.0 - x).powi(2)).sum();
    above / below
}
