//! Makes the kinds of words: k-means (Lloyd 1982) over word vectors, and over the centres again for the levels above.

use anyhow::{Context, Result, ensure};
use dateline::language::kinds::{MOST, encode};
use dateline::language::linear::word_hash;
use dateline::language::word::normalize;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// How many words get a kind: the most frequent ones.
const WORDS: usize = 240_000;
/// How many of them decide what the kinds are.
const DECIDING: usize = 80_000;
/// How many kinds there are a level, from fine to coarse.
const LEVELS: [usize; 4] = [2_048, 512, 128, 32];
/// Rounds of k-means.
const ROUNDS: usize = 8;
/// The length of a vector.
const WIDTH: usize = 50;

type Vector = [f32; WIDTH];

/// The shipped form of the vectors at `path`, one word and its numbers a line, the most frequent first.
///
/// # Errors
/// If the file cannot be read, or a line is not a word and fifty numbers.
pub fn train(path: &Path) -> Result<Vec<u8>> {
    let (words, vectors) = read(path)?;
    let deciding = &vectors[..DECIDING.min(vectors.len())];
    let mut centres = cluster(deciding, LEVELS[0].min(MOST));
    let kinds = assign(&vectors, &centres);
    let mut above: Vec<Vec<u16>> = vec![(0..).take(centres.len()).collect()];
    for count in &LEVELS[1..] {
        let coarser = cluster(&centres, *count);
        let parents = assign(&centres, &coarser);
        let below = above.last().into_iter().flatten();
        above.push(below.map(|&kind| parents[usize::from(kind)]).collect());
        centres = coarser;
    }
    let parents: Vec<[u16; 3]> = (0..above[0].len()).map(|kind| [above[3][kind], above[2][kind], above[1][kind]]).collect();
    Ok(encode(&words.into_iter().zip(kinds).collect::<Vec<_>>(), &parents))
}

/// The hashes of the words' normal forms, and their vectors at unit length.
fn read(path: &Path) -> Result<(Vec<u64>, Vec<Vector>)> {
    let file = std::fs::File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    let (mut words, mut vectors, mut known) = (Vec::new(), Vec::new(), BTreeSet::new());
    let mut normal = String::new();
    for (number, line) in BufReader::new(file).lines().enumerate() {
        let line = line?;
        let (word, numbers) = line.split_once(' ').unwrap_or_default();
        normalize(word, &mut normal);
        let word = word_hash(&normal);
        if known.insert(word) {
            let numbers: Vec<f32> = numbers.split(' ').map(str::parse).collect::<Result<_, _>>().with_context(|| at(path, number))?;
            ensure!(numbers.len() == WIDTH, "{}: {WIDTH} numbers are expected", at(path, number));
            words.push(word);
            vectors.push(unit(&std::array::from_fn(|n| numbers[n])));
        }
        if words.len() == WORDS {
            break;
        }
    }
    Ok((words, vectors))
}

fn at(path: &Path, line: usize) -> String {
    format!("{}, line {}", path.display(), line + 1)
}

fn unit(vector: &Vector) -> Vector {
    let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-9);
    vector.map(|x| x / length)
}

/// The centres of `count` clusters; the first ones are vectors evenly spread over the list.
fn cluster(vectors: &[Vector], count: usize) -> Vec<Vector> {
    let mut centres: Vec<Vector> = (0..count).map(|n| vectors[n * vectors.len() / count]).collect();
    for _ in 0..ROUNDS {
        let mut sums = vec![[0.0; WIDTH]; count];
        for (vector, cluster) in vectors.iter().zip(assign(vectors, &centres)) {
            sums[usize::from(cluster)].iter_mut().zip(vector).for_each(|(sum, x)| *sum += x);
        }
        for (centre, sum) in centres.iter_mut().zip(&sums) {
            if sum.iter().any(|x| *x != 0.0) {
                *centre = unit(sum);
            }
        }
    }
    centres
}

/// The nearest centre of each vector.
fn assign(vectors: &[Vector], centres: &[Vector]) -> Vec<u16> {
    vectors.iter().map(|vector| nearest(vector, centres)).collect()
}

fn nearest(vector: &Vector, centres: &[Vector]) -> u16 {
    let mut best = (f32::MIN, 0);
    for (number, centre) in (0_u16..).zip(centres) {
        let likeness = dot(vector, centre);
        if likeness > best.0 {
            best = (likeness, number);
        }
    }
    best.1
}

/// Eight running sums, so that it is fast and always added up in the same order.
fn dot(a: &Vector, b: &Vector) -> f32 {
    let mut sums = [0.0_f32; 8];
    let ((left, rest_left), (right, rest_right)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    for (left, right) in left.iter().zip(right) {
        for lane in 0..8 {
            sums[lane] += left[lane] * right[lane];
        }
    }
    sums.iter().sum::<f32>() + rest_left.iter().zip(rest_right).map(|(x, y)| x * y).sum::<f32>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_that_point_the_same_way_are_one_cluster() {
        let vector = |axis: usize, length: f32| unit(&std::array::from_fn(|n| if n == axis { length } else { 0.1 }));
        let vectors: Vec<Vector> = [0, 0, 0, 1, 1, 1].into_iter().zip([2.0, 3.0, 4.0, 2.0, 3.0, 4.0]).map(|(a, l)| vector(a, l)).collect();
        let kinds = assign(&vectors, &cluster(&vectors, 2));
        assert_eq!(kinds[..3], [kinds[0]; 3]);
        assert_eq!(kinds[3..], [kinds[3]; 3]);
        assert_ne!(kinds[0], kinds[3]);
    }
}
