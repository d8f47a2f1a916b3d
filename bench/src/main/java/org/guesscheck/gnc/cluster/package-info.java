/** A question on the machines of a cluster: rounds of tasks of a measured length, folded in order. Knows no engine that places the tasks. */
package org.guesscheck.gnc.cluster;
