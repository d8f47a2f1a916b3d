/**
 * Answers for small linear networks from the density of their product, which know nothing of samplers and kernels: a truth to
 * compare them with where acceptance is far too rare for drawing and checking.
 */
package org.guesscheck.core.exact;
