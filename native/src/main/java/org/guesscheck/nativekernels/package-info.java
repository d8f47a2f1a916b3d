/** Native libraries as files: the names of platforms, and the extraction of files from jars. */
package org.guesscheck.nativekernels;
