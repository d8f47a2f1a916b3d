/** Networks: shape, activation and the prior of their weights. */
package org.guesscheck.core.network;
