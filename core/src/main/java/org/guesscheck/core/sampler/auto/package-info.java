/** The choice among the methods: short runs tell what each would cost, and the cheapest runs. */
package org.guesscheck.core.sampler.auto;
