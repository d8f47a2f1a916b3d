/**
 * Apache Spark as the engine of the {@code gnc} command's work on clusters. A task computes one part of a question; Spark places tasks, repeats
 * those that fail, and knows nothing else. Classes of this package load on any Java on which Spark runs.
 */
package org.guesscheck.spark;
