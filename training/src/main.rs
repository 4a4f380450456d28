//! Trains and evaluates the language model that Dateline reads with.

mod clusters;
mod perceptron;

fn main() {}
