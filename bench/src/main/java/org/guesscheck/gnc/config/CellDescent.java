package org.guesscheck.gnc.config;

/**
 * Gradient descent in the cells of one value.
 *
 * @param learningRate the learning rate
 * @param epochs how many
 * @param initScale scale of the initial weights; with a ladder of scales the least of them
 * @param momentum 0 for none
 */
public record CellDescent(double learningRate, int epochs, double initScale, double momentum) {}
