/**
 * What backends do for gradient descent: the gradients and steps of sixteen runs of one shape, each in a lane of its own. A lane's
 * bits depend on nothing but its own run, since no sum reaches across lanes.
 */
package org.guesscheck.core.kernel.descent;
