/** What samplers find: the posterior of the generalization loss, how far it can be trusted, and the run that it comes from. */
package org.guesscheck.core.posterior;
