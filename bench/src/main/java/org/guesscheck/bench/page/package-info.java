/** Runs of {@code gnc bench} as one HTML file: roofline, scaling with threads, and history. */
package org.guesscheck.bench.page;
