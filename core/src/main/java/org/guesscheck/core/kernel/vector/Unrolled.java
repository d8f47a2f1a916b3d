package org.guesscheck.core.kernel.vector;

import java.util.Map;
import java.util.function.Consumer;

/**
 * Constants of a template that has methods without a body: {@link Specialised} writes their code when it loads the template,
 * unrolled for these constants.
 *
 * <p>Implemented by a record nested in the template, so that lines of the written code are lines of the template's file.
 */
interface Unrolled {
    /** Names of the methods, and who writes the code of each. */
    Map<String, Consumer<KernelCode>> methods();
}
