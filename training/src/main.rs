//! Trains and evaluates the language model that Dateline reads with.

mod perceptron;

fn main() {}
