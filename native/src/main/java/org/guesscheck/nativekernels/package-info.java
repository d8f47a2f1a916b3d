/** Where native libraries come from: names of platforms, files in jars and on disks. */
package org.guesscheck.nativekernels;
