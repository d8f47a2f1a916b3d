/** Files that appear whole or not at all, and input from files, pipes and standard input. */
package org.guesscheck.gnc.files;
